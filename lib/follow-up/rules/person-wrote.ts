import { reason } from '../reasons/index.ts';
import { ALLOW, waitUntil, type Rule } from './rule.ts';

const HOUR_MS = 3_600_000;

/**
 * A person has taken over the conversation; the follow-ups resume by themselves after a set time without them.
 *
 * es: Una persona está atendiendo la conversación; los seguimientos siguen solos cuando pasa un tiempo fijado sin ella.
 */
export const personWrote: Rule = ({ chatbot, conversation: { personWroteAt }, at }) => {
	const { resumeAfterPersonHours } = chatbot.settings;
	if (!personWroteAt || resumeAfterPersonHours === 0) return ALLOW;
	const until = new Date(Date.parse(personWroteAt) + resumeAfterPersonHours * HOUR_MS);
	return until > at ? waitUntil(until, reason('person_wrote')) : ALLOW;
};
