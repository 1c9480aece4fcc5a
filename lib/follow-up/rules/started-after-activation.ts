import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A chatbot is first seen when its first customer message is evaluated, so that message is a little older.
 * Anything older than this belongs to the history (a history import, webhooks that Meta kept for days).
 */
const FIRST_MESSAGE_TOLERANCE_MS = 15 * 60_000;

/**
 * Switching follow-ups on must not write to everybody who ever went silent.
 *
 * es: Activar los seguimientos no debe escribirle a todo el que alguna vez dejó de responder.
 */
export const startedAfterActivation: Rule = ({ chatbot, anchor }) => {
	if (!chatbot.activatedAt) return ALLOW;
	const began = Date.parse(anchor.at);
	return began >= Date.parse(chatbot.activatedAt) - FIRST_MESSAGE_TOLERANCE_MS
		? ALLOW
		: end(reason('before_activation'));
};
