import { DateTime } from 'luxon';
import type { Chatbot, FollowUpDefinition } from '../follow-up/definition';
import type { Conversation, TranscriptMessage } from '../messaging/conversation';
import { TEXT_LIMIT } from '../messaging/platform-limits';
import { ANSWER_JSON_SCHEMA } from './answer';
import type { ModelRequest } from './decision-model';
import { FRAME } from './frame';

/** The model sees the newest messages up to this many characters in all; older ones are left out and counted. */
const TRANSCRIPT_MAX_CHARACTERS = 12_000;
const MESSAGE_MAX_CHARACTERS = 1_500;

/** One due follow-up that the rules let through, with what is wanted of the model. */
export interface Candidate {
	definition: FollowUpDefinition;
	writeMessage: boolean;
	chooseTime?: { earliest: Date; latest: Date };
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
	const zone = chatbot.settings.timeZone;
	const { kept, leftOut } = newestWithinBudget(input.transcript);
	const document = {
		now: localTime(now, zone),
		timeZone: zone,
		channel: conversation.channel,
		...(chatbot.settings.voice ? { voiceOfTheBusiness: chatbot.settings.voice } : {}),
		stopWhen: chatbot.stopCondition,
		followUps: candidates.map(({ definition, writeMessage, chooseTime }) => ({
			name: definition.name,
			description: definition.description,
			writeMessage,
			...(writeMessage ? { maxLength: writtenLimit(conversation) } : {}),
			...(writeMessage && definition.messageInstructions
				? { instructions: definition.messageInstructions }
				: {}),
			chooseTime: chooseTime !== undefined,
			...(chooseTime
				? { earliest: localTime(chooseTime.earliest, zone), latest: localTime(chooseTime.latest, zone) }
				: {}),
		})),
		...(leftOut > 0 ? { olderMessagesLeftOut: leftOut } : {}),
		transcript: kept.map((message) => ({
			at: localTime(new Date(message.at), zone),
			from: message.from,
			text: textOf(message),
		})),
	};
	return { system: FRAME, user: JSON.stringify(document), schema: ANSWER_JSON_SCHEMA };
}

/** Instagram counts bytes, and an accented letter takes two: half of them is a safe number of characters to ask for. */
function writtenLimit({ channel }: Conversation): number {
	const { size, unit } = TEXT_LIMIT[channel];
	return unit === 'bytes' ? size / 2 : Math.min(size, 1_000);
}

function localTime(at: Date, zone: string): string {
	return DateTime.fromJSDate(at, { zone }).toISO({ suppressMilliseconds: true }) ?? at.toISOString();
}

function textOf(message: TranscriptMessage): string {
	const text = message.text ?? '';
	const shown =
		text.length > MESSAGE_MAX_CHARACTERS ? `${text.slice(0, MESSAGE_MAX_CHARACTERS)} … (cut)` : text;
	if (message.type === 'text') return shown;
	return shown ? `(${message.type}) ${shown}` : `(${message.type})`;
}

function newestWithinBudget(transcript: TranscriptMessage[]): { kept: TranscriptMessage[]; leftOut: number } {
	let spent = 0;
	let first = transcript.length;
	while (first > 0) {
		spent += Math.min(transcript[first - 1]?.text?.length ?? 0, MESSAGE_MAX_CHARACTERS);
		if (spent > TRANSCRIPT_MAX_CHARACTERS && first < transcript.length) break;
		first--;
	}
	return { kept: transcript.slice(first), leftOut: first };
}
