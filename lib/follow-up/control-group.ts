import { createHash } from 'node:crypto';

const PARTS = 10_000;

/**
 * Tells whether a conversation belongs to the share without follow-ups. Always the same answer for the same conversation
 * and chatbot, on every machine; raising the share only adds conversations.
 */
export function isInControlGroup(conversation: string, chatbot: string, percent: number): boolean {
	if (percent <= 0) return false;
	const digest = createHash('sha256').update(`${chatbot}\n${conversation}`).digest();
	return digest.readUInt32BE(0) % PARTS < (percent / 100) * PARTS;
}
