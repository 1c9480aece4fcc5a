import { DateTime } from 'luxon';
import { reasonsFor } from './reasons.ts';
import { findWord, languageOf, plain } from './text.ts';
import type { Answer, Input, InputFollowUp, Language, StopKind, Topic } from './types.ts';
import {
	cancelWords,
	leaveAloneWords,
	messageTexts,
	notInterestedWords,
	personWords,
	problemWords,
	tomorrowWords,
	topics,
	yesAlone,
	yesWords,
} from './words.ts';

/** Answers the stop condition and every follow-up by plain keyword rules. */
export function answerByRules(input: Input): Answer {
	const stop = stopRule(input);
	const talkedAbout = topicsIn(input.transcript.map((turn) => turn.text ?? '').join('\n'));
	const language = languageRule(input);
	return {
		stop,
		optOut: optOutRule(input),
		followUps: input.followUps.map((followUp) => followUpRule(input, followUp, talkedAbout, language)),
	};
}

// The last two messages of the customer decide: people split one thought over two messages.
function stopRule(input: Input): Answer['stop'] {
	const words = reasonsFor(input);
	const last = input.transcript.filter((turn) => turn.from === 'customer').slice(-2);
	for (const { text = '' } of last.toReversed()) {
		const found = stopIn(text);
		if (found) return { met: true, kind: found.kind, reason: `${words.note} ${words.said(found.said)}` };
	}
	return { met: false, kind: 'other', reason: `${words.note} ${words.neither}` };
}

// What is asked for a person may be a question; a yes or a no in a question is none.
function stopIn(text: string): { kind: StopKind; said: string } | undefined {
	const person = findWord(text, personWords);
	if (person) return { kind: 'wants_person', said: person };
	if (text.includes('?')) return undefined;
	const alone = yesAlone.includes(plain(text).replaceAll(',', '')) ? plain(text) : undefined;
	const kinds: [StopKind, string | undefined][] = [
		['problem', findWord(text, problemWords)],
		['left_alone', findWord(text, leaveAloneWords)],
		['not_interested', findWord(text, notInterestedWords)],
		['other', findWord(text, cancelWords)],
		['goal_reached', alone ?? findWord(text, yesWords)],
	];
	const [kind, said] = kinds.find(([, word]) => word !== undefined) ?? [];
	return kind !== undefined && said !== undefined ? { kind, said } : undefined;
}

function optOutRule(input: Input): Answer['optOut'] {
	const { transcript, agreedAgainAt = '' } = input;
	const words = reasonsFor(input);
	const last = transcript.filter((turn) => turn.from === 'customer').slice(-2);
	for (const { text = '', at = '' } of last.toReversed()) {
		const said = findWord(text, leaveAloneWords);
		// Both are written alike, so the later one is the greater.
		if (said && at >= agreedAgainAt) return { met: true, reason: `${words.note} ${words.said(said)}` };
	}
	return { met: false, reason: '' };
}

function topicsIn(text: string): Topic[] {
	return (Object.keys(topics) as Topic[]).filter((topic) => findWord(text, topics[topic]));
}

function followUpRule(
	input: Input,
	followUp: InputFollowUp,
	talkedAbout: Topic[],
	language: Language,
): Answer['followUps'][number] {
	const named = topicsIn(`${followUp.name} ${followUp.description ?? ''}`);
	const shared = named.find((topic) => talkedAbout.includes(topic));
	const trigger = named.length === 0 || shared !== undefined;
	const words = reasonsFor(input);
	const reason = shared
		? words.about(shared)
		: named.length === 0
			? words.any
			: words.other(named, talkedAbout);
	return {
		name: followUp.name,
		trigger,
		reason: `${words.note} ${reason}`,
		confidence: shared ? 0.9 : trigger ? 0.6 : 0.8,
		sendAt: trigger && followUp.chooseTime ? timeRule(input, followUp) : null,
		message: trigger && followUp.writeMessage ? messageFor(language, shared, followUp.maxLength) : null,
	};
}

function languageRule(input: Input): Language {
	const customer = input.transcript
		.filter((turn) => turn.from === 'customer')
		.map((turn) => turn.text ?? '')
		.join(' ');
	return languageOf(customer, languageOf(input.transcript.map((turn) => turn.text ?? '').join(' '), 'es'));
}

function messageFor(language: Language, topic: Topic | undefined, maxLength = Infinity): string {
	const texts = messageTexts[language];
	const message = topic ? texts.withTopic.replace('{topic}', texts.topics[topic]) : texts.plain;
	return message.slice(0, maxLength);
}

// "Tomorrow" means 10:00 of the next day there, "in 3 hours" means that; otherwise the earliest moment allowed.
function timeRule(input: Input, followUp: InputFollowUp): string | null {
	const zone = input.timeZone ?? 'utc';
	const now = DateTime.fromISO(input.now ?? '', { zone });
	const earliest = DateTime.fromISO(followUp.earliest ?? input.now ?? '', { zone });
	const latest = DateTime.fromISO(followUp.latest ?? '', { zone });
	const said = input.transcript.findLast((turn) => turn.from === 'customer')?.text ?? '';
	const hours = /\b(?:en|in|em|dentro de)\s+(\d{1,2})\s+h(?:ora|our|s\b|\b)/i.exec(said)?.[1];
	let time = earliest;
	if (now.isValid && hours) time = now.plus({ hours: Number(hours) });
	else if (now.isValid && findWord(said, tomorrowWords))
		time = now.plus({ days: 1 }).set({ hour: 10, minute: 0, second: 0, millisecond: 0 });
	if (earliest.isValid && time < earliest) time = earliest;
	if (latest.isValid && time > latest) time = latest;
	return time.toUTC().toISO();
}
