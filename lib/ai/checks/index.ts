import { seenMessages, visible } from '../shown-transcript.ts';
import type { Check, WrittenText } from './check.ts';
import { dictated } from './dictated.ts';
import { internals } from './internals.ts';
import { inventedFacts } from './invented-facts.ts';
import { language } from './language.ts';
import { leftovers } from './leftovers.ts';
import { length } from './length.ts';
import { repeated } from './repeated.ts';

/**
 * What a text must pass before it may go to a customer, in the order in which it is looked at. The length comes first: what
 * follows takes longer the longer the text.
 */
export const CHECKS = {
	length,
	leftovers,
	internals,
	dictated,
	inventedFacts,
	repeated,
	language,
} satisfies Record<string, Check>;

/** A check's name, as it stands in the log. */
export type CheckName = keyof typeof CHECKS | 'missing';

export interface Objection {
	check: CheckName;
	/** In words the model can act on. */
	complaint: string;
}

/** Whatever is left of it when it is tidied: so long a text is none to look at closely. */
const RAW_MAX_CHARACTERS = 20_000;

/** The first objection to a text the model wrote, or undefined when it may go. */
export function objectionTo(
	written: Omit<WrittenText, 'text' | 'seen'> & { text: string | null },
): Objection | undefined {
	const size = written.text?.length ?? 0;
	if (size > RAW_MAX_CHARACTERS) {
		return { check: 'length', complaint: `The message has ${size} characters; it must be much shorter.` };
	}
	const text = tidied(written.text);
	if (text === '') return { check: 'missing', complaint: 'The message is missing.' };
	const seen = seenMessages(written.transcript);
	for (const [check, look] of Object.entries(CHECKS)) {
		const complaint = look({ ...written, text, seen });
		if (complaint) return { check: check as CheckName, complaint };
	}
	return undefined;
}

/** A text as it is sent: no invisible characters, no spaces around lines, no run of empty lines, no quotes around it all. */
export function tidied(text: string | null): string {
	const lines = visible(text ?? '')
		.split('\n')
		.map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
	const joined = lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return /^(["“«])[^"“”«»]*(["”»])$/.test(joined) ? joined.slice(1, -1).trim() : joined;
}
