import { DateTime } from 'luxon';
import type { TranscriptMessage } from '../messaging/conversation.ts';
import { shownMedia } from './shown-media.ts';

/** The model sees the newest messages up to this many characters in all; older ones are left out and counted. */
const TRANSCRIPT_MAX_CHARACTERS = 12_000;
const MESSAGE_MAX_CHARACTERS = 1_500;

/** Enough to know which message is meant. */
const REACTION_TO_CHARACTERS = 120;

/** What a message without text still takes. */
const OVERHEAD_CHARACTERS = 60;

/** One message as the model sees it. */
export interface ShownMessage {
	/** Local time, to the minute. */
	at: string;
	from: 'customer' | 'business';
	/** What it is if not plain text: voice with its length, image, sticker … */
	kind?: string;
	/** Why nobody knows what was said or shown. */
	notUnderstood?: string;
	/** It was an automatic follow-up. */
	followUp?: true;
	/** Another app of the business, such as Meta Business Agent, said it; of kind handover_note, to the business only. */
	by?: 'another app';
	text?: string;
	/** The beginning of the message that a reaction is given to. */
	reactionTo?: string;
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
	const first = firstShown(transcript);
	return {
		messages: transcript
			.slice(first)
			.map((message) => ({ ...shown(message, timeZone), ...reactionTo(message, transcript) })),
		leftOut: first,
	};
}

/**
 * The messages of which the model sees something, each with the text it sees. What it writes is compared with these: of the
 * rest it can know nothing, and a transcript may be long.
 */
export function seenMessages(transcript: TranscriptMessage[]): TranscriptMessage[] {
	const known = remembered.get(transcript);
	if (known?.of === transcript.length) return known.seen;
	const seen = transcript
		.slice(firstShown(transcript))
		.map((message) => ({ ...message, text: shownText(message.text ?? '').text }));
	remembered.set(transcript, { of: transcript.length, seen });
	return seen;
}

/** Each text of an answer, each reason and each quote is compared with the same messages. */
const remembered = new WeakMap<TranscriptMessage[], { of: number; seen: TranscriptMessage[] }>();

function firstShown(transcript: TranscriptMessage[]): number {
	let spent = 0;
	let first = transcript.length;
	while (first > 0) {
		const size = Math.min(transcript[first - 1]?.text?.length ?? 0, MESSAGE_MAX_CHARACTERS);
		spent += size + OVERHEAD_CHARACTERS;
		if (spent > TRANSCRIPT_MAX_CHARACTERS && first < transcript.length) break;
		first--;
	}
	return first;
}

function shown(message: TranscriptMessage, timeZone: string): ShownMessage {
	const { text, cut } = shownText(message.text ?? '');
	return {
		at: shownTime(message.at, timeZone),
		from: message.from,
		...(message.type === 'text' ? {} : { kind: message.type }),
		...shownMedia(message),
		...(message.by === 'follow_up' ? { followUp: true } : {}),
		...(message.by === 'other_app' ? { by: 'another app' } : {}),
		...(text === '' ? {} : { text }),
		...(cut > 0 ? { charactersCut: cut } : {}),
	};
}

/** A 👍 means what it is given to. */
function reactionTo(
	{ type, replyTo }: TranscriptMessage,
	transcript: readonly TranscriptMessage[],
): Pick<ShownMessage, 'reactionTo'> {
	if (type !== 'reaction' || replyTo === undefined) return {};
	const about = transcript.find(({ id }) => id === replyTo);
	const [...characters] = visible((about?.text ?? about?.type ?? '').slice(0, 2 * REACTION_TO_CHARACTERS));
	return characters.length === 0 ? {} : { reactionTo: characters.slice(0, REACTION_TO_CHARACTERS).join('') };
}

/** A time as the model reads those of the transcript. */
export function shownTime(at: string, timeZone: string): string {
	return DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
}

/** Half of a character; without any each place is a character of its own. */
const SURROGATE = /[\uD800-\uDFFF]/;

function shownText(whole: string): { text: string; cut: number } {
	const text = visible(whole);
	if (text.length <= MESSAGE_MAX_CHARACTERS) return { text, cut: 0 };
	if (!SURROGATE.test(text))
		return { text: text.slice(0, MESSAGE_MAX_CHARACTERS), cut: text.length - MESSAGE_MAX_CHARACTERS };
	const characters = [...text];
	const cut = Math.max(0, characters.length - MESSAGE_MAX_CHARACTERS);
	return { text: cut > 0 ? characters.slice(0, MESSAGE_MAX_CHARACTERS).join('') : text, cut };
}

/**
 * Control, direction and tag characters are invisible to people and have been used to hide instructions from them. Line
 * breaks, tabs, and the joiner that emoji are made with are harmless.
 */
const INVISIBLE = /(?![\n\t\u200D])[\p{Cc}\p{Cf}\p{Co}]/gu;

/** A text without characters that no person sees. */
export function visible(text: string): string {
	return text.replace(INVISIBLE, '').trim();
}
