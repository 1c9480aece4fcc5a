import { createHash } from 'node:crypto';
import type { Chatbot, FollowUpDefinition } from '../follow-up/definition.ts';
import type { TranscriptMessage } from '../messaging/conversation.ts';
import { PROMPT_VERSION } from './frame.ts';

/**
 * So many of the newest are compared. Fewer than a model reads: each follow-up that goes out pushes the oldest out of what is
 * read, and that alone must cost no further question.
 */
const COMPARED_MESSAGES = 14;

/** A fingerprint of what a model was asked about; the same again means that nothing has changed since. */
export function inputFingerprintOf(
	{ stopCondition, settings }: Chatbot,
	definition: FollowUpDefinition,
	transcript: TranscriptMessage[],
): string {
	// Follow-ups that went out in the meantime are known beforehand and change nothing. Of the rest also the words count: one may
	// be edited, taken back, or told late between two that were read.
	const read = transcript.filter(({ by }) => by !== 'follow_up').slice(-COMPARED_MESSAGES);
	const said = read.map(({ id, at, type, text }) => [id, at, type, text]);
	const { name, description, messageSource, messageInstructions } = definition;
	const asked = [PROMPT_VERSION, stopCondition, settings.voice, settings.timeZone, said];
	const about = [name, description, messageSource, messageInstructions];
	return createHash('sha256')
		.update(JSON.stringify([asked, about]))
		.digest('base64url')
		.slice(0, 16);
}
