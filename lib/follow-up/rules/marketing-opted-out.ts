import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Stopped in WhatsApp itself (user_preferences, 131050): no marketing template, ever; answers in the window are welcome. Said
 * in the chat or with Meta's own opt-out button: no text of a follow-up either, only a template that is not marketing.
 *
 * es: Detenido en el mismo WhatsApp (user_preferences, 131050): nunca una plantilla de marketing; las respuestas dentro
 * de la ventana son bienvenidas. Dicho en el chat o con el botón de baja de Meta: tampoco un texto de un seguimiento, solo
 * una plantilla que no sea de marketing.
 */
export const marketingOptedOut: Rule = (facts) => {
	const { marketingOptedOutAt, marketingOptedOutBy } = facts.conversation;
	if (marketingOptedOutAt === undefined) return ALLOW;
	const template = templateAt(facts);
	if (isMarketing(template)) return end(reason('marketing_opted_out'));
	return template === undefined && marketingOptedOutBy === 'customer'
		? end(reason('promotions_stopped'))
		: ALLOW;
};

/** A template of unknown category counts as marketing: Meta decides the category, and most follow-ups are. */
export function isMarketing(template: { category?: string } | undefined): boolean {
	return template !== undefined && (template.category ?? 'marketing') === 'marketing';
}
