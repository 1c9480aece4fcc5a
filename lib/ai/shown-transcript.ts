import { DateTime } from 'luxon';
import type { TranscriptMessage } from '../messaging/conversation.ts';

/** The model sees the newest messages up to this many characters in all; older ones are left out and counted. */
const TRANSCRIPT_MAX_CHARACTERS = 12_000;
const MESSAGE_MAX_CHARACTERS = 1_500;

/** What a message without text still takes. */
const OVERHEAD_CHARACTERS = 60;

/** One message as the model sees it. */
export interface ShownMessage {
	/** Local time, to the minute. */
	at: string;
	from: 'customer' | 'business';
	/** What it is if not plain text: image, audio, sticker … */
	kind?: string;
	/** It was an automatic follow-up. */
	followUp?: true;
	text?: string;
	/** How many characters of the text are not shown. */
	charactersCut?: number;
}

export interface ShownTranscript {
	messages: ShownMessage[];
	/** How many older ones there are. */
	leftOut: number;
}

/** Brings the newest messages of a conversation into the form in which the model reads them. */
export function shownTranscript(transcript: TranscriptMessage[], timeZone: string): ShownTranscript {
	let spent = 0;
	let first = transcript.length;
	while (first > 0) {
		const size = Math.min(transcript[first - 1]?.text?.length ?? 0, MESSAGE_MAX_CHARACTERS);
		spent += size + OVERHEAD_CHARACTERS;
		if (spent > TRANSCRIPT_MAX_CHARACTERS && first < transcript.length) break;
		first--;
	}
	return { messages: transcript.slice(first).map((message) => shown(message, timeZone)), leftOut: first };
}

function shown(message: TranscriptMessage, timeZone: string): ShownMessage {
	const text = visible(message.text ?? '');
	const characters = [...text];
	const cut = characters.length - MESSAGE_MAX_CHARACTERS;
	return {
		at: DateTime.fromISO(message.at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm'),
		from: message.from,
		...(message.type === 'text' ? {} : { kind: message.type }),
		...(message.by === 'follow_up' ? { followUp: true } : {}),
		...(text === '' ? {} : { text: cut > 0 ? characters.slice(0, MESSAGE_MAX_CHARACTERS).join('') : text }),
		...(cut > 0 ? { charactersCut: cut } : {}),
	};
}

/** Control, direction and tag characters are invisible to people and have been used to hide instructions from them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}]/gu;
/** Line breaks, tabs, and the joiner that emoji are made with. */
const HARMLESS = new Set(['\n', '\t', '\u200D']);

/** A text without characters that no person sees. */
export function visible(text: string): string {
	return text.replace(INVISIBLE, (character) => (HARMLESS.has(character) ? character : '')).trim();
}
