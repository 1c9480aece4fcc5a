import { DateTime } from 'luxon';
import type { Chatbot, FollowUpDefinition } from '../follow-up/definition.ts';
import type { Conversation, TranscriptMessage } from '../messaging/conversation.ts';
import { ANSWER_JSON_SCHEMA } from './answer.ts';
import type { ModelRequest } from './decision-model.ts';
import { FRAME } from './frame.ts';
import { customerLanguage } from './language.ts';
import { ABOUT_MEDIA } from './shown-media.ts';
import { shownTime, shownTranscript } from './shown-transcript.ts';
import { askedLimit } from './written-limit.ts';

/** One due follow-up that the rules let through, with what is wanted of the model. */
export interface Candidate {
	definition: FollowUpDefinition;
	writeMessage: boolean;
	chooseTime?: { earliest: Date; latest: Date };
	/** When it will be due, if it is not yet. */
	dueAt?: Date;
}

/** Puts one conversation with all its due follow-ups into one question. */
export function buildPrompt(input: {
	chatbot: Chatbot;
	conversation: Conversation;
	transcript: TranscriptMessage[];
	candidates: Candidate[];
	now: Date;
}): ModelRequest {
	const { chatbot, conversation, candidates, now } = input;
	const { timeZone, voice } = chatbot.settings;
	const local = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en');
	const time = (at: Date) => local(at).toISO({ suppressMilliseconds: true }) ?? at.toISOString();
	const { messages, leftOut } = shownTranscript(input.transcript, timeZone);
	const language = customerLanguage(input.transcript);
	const document = {
		now: time(now),
		weekday: local(now).weekdayLong,
		timeZone,
		channel: conversation.channel,
		...(language ? { customerLanguage: language } : {}),
		...(voice ? { voiceOfTheBusiness: voice } : {}),
		...(conversation.optedInAt ? { agreedAgainAt: shownTime(conversation.optedInAt, timeZone) } : {}),
		stopWhen: chatbot.stopCondition,
		followUps: candidates.map(({ definition, writeMessage, chooseTime, dueAt }) => ({
			name: definition.name,
			description: definition.description,
			...(dueAt ? { dueAt: time(dueAt) } : {}),
			writeMessage,
			...(writeMessage ? { maxLength: askedLimit(conversation.channel) } : {}),
			...(writeMessage && definition.messageInstructions
				? { instructions: definition.messageInstructions }
				: {}),
			chooseTime: chooseTime !== undefined,
			...(chooseTime ? { earliest: time(chooseTime.earliest), latest: time(chooseTime.latest) } : {}),
		})),
		...(leftOut > 0 ? { olderMessagesLeftOut: leftOut } : {}),
		...(input.transcript.some(({ media }) => media) ? { aboutKinds: ABOUT_MEDIA } : {}),
		transcript: messages,
	};
	return { system: FRAME, user: JSON.stringify(document), schema: ANSWER_JSON_SCHEMA };
}
