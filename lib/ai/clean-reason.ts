import type { TranscriptMessage } from '../messaging/conversation.ts';
import { runsShared, wordsOf } from './checks/word-runs.ts';
import { seenMessages, visible } from './shown-transcript.ts';

const MAX_CHARACTERS = 240;
const RUN = 5;
/** Of a reason that nobody would call short, no more is looked at. */
const READ_CHARACTERS = 2_000;
/** A phone or card number; of a longer row of digits each such piece is one. */
const LONG_DIGITS = /\+?\d(?:[\s().-]?\d){6,40}/g;
const ADDRESS = /^.+@.|:\/\//;

/**
 * A model's reason as it may stand in the log: one short line without addresses and phone numbers. A reason that quotes
 * the customer is replaced: logs hold no transcript.
 */
export function cleanReason(reason: string, transcript: TranscriptMessage[], instead: string): string {
	const words = visible(reason.slice(0, READ_CHARACTERS)).split(/\s+/);
	const line = words
		.map((word) => (ADDRESS.test(word) ? '…' : word))
		.join(' ')
		.replace(LONG_DIGITS, '…');
	const shared = runsShared(wordsOf(line), RUN);
	const quotes = seenMessages(transcript).some(
		({ from, text }) => from === 'customer' && text !== undefined && shared(wordsOf(text)) > 0,
	);
	if (line === '' || quotes) return instead;
	return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS - 1)}…` : line;
}
