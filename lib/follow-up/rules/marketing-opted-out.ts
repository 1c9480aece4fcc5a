import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Stopped in WhatsApp itself (user_preferences, 131050): no marketing template, ever; answers in the window are welcome.
 *
 * es: Detenido en el mismo WhatsApp (user_preferences, 131050): nunca una plantilla de marketing; las respuestas dentro
 * de la ventana son bienvenidas.
 */
export const marketingOptedOut: Rule = (facts) =>
	facts.conversation.marketingOptedOutAt && isMarketing(templateAt(facts))
		? end(reason('marketing_opted_out'))
		: ALLOW;

/** A template of unknown category counts as marketing: Meta decides the category, and most follow-ups are. */
export function isMarketing(template: { category?: string } | undefined): boolean {
	return template !== undefined && (template.category ?? 'marketing') === 'marketing';
}
