import { reason } from '../reasons/index.ts';
import { ALLOW, end, waitUntil, type Rule } from './rule.ts';

/**
 * A paused conversation gets no follow-ups; one that is paused until a set time gets them after it.
 *
 * es: Una conversación en pausa no recibe seguimientos; si la pausa tiene hora de final, los recibe después.
 */
export const paused: Rule = ({ conversation: { pausedAt, pausedUntil }, at }) => {
	if (!pausedAt) return ALLOW;
	if (!pausedUntil) return end(reason('paused'));
	const until = new Date(pausedUntil);
	return until > at ? waitUntil(until, reason('paused_until')) : ALLOW;
};
