import { createHash } from 'node:crypto';
import type { Chatbot, FollowUpDefinition } from '../follow-up/definition.ts';
import type { TranscriptMessage } from '../messaging/conversation.ts';
import { PROMPT_VERSION } from './frame.ts';

/** A fingerprint of what a model was asked about; the same again means that nothing has changed since. */
export function inputFingerprintOf(
	{ stopCondition, settings }: Chatbot,
	definition: FollowUpDefinition,
	transcript: TranscriptMessage[],
): string {
	// Follow-ups that went out in the meantime are known beforehand and change nothing.
	const { id, at } = transcript.findLast(({ by }) => by !== 'follow_up') ?? { id: '', at: '' };
	const { name, description, messageSource, messageInstructions } = definition;
	const asked = [PROMPT_VERSION, stopCondition, settings.voice, settings.timeZone, id, at];
	const about = [name, description, messageSource, messageInstructions];
	return createHash('sha256')
		.update(JSON.stringify([asked, about]))
		.digest('base64url')
		.slice(0, 16);
}
