import type { TranscriptMessage } from '../messaging/conversation.ts';
import { wordsInRuns } from './checks/word-runs.ts';
import { visible } from './shown-transcript.ts';

const MAX_CHARACTERS = 240;
const RUN = 5;
const LONG_DIGITS = /\+?\d(?:[\s().-]?\d){6,}/g;
const ADDRESS = /\S+@\S+|\b[a-z]+:\/\/\S+/gi;

/**
 * A model's reason as it may stand in the log: one short line without addresses and phone numbers. A reason that quotes
 * the customer is replaced: logs hold no transcript.
 */
export function cleanReason(reason: string, transcript: TranscriptMessage[], instead: string): string {
	const line = visible(reason).replace(/\s+/g, ' ').replace(ADDRESS, '…').replace(LONG_DIGITS, '…');
	const quotes = transcript.some(
		({ from, text }) => from === 'customer' && text !== undefined && wordsInRuns(line, text, RUN) > 0,
	);
	if (line === '' || quotes) return instead;
	return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS - 1)}…` : line;
}
