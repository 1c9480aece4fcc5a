import { isApproved } from '../messaging/template-status.ts';
import type { Chatbot } from './definition.ts';
import { findTemplateFact } from './known-templates.ts';
import { variablesIn } from './template-text.ts';
import type { TemplateContent, TemplateFact } from './types.ts';

/**
 * What keeps the templates of active follow-ups from being sent, one sentence each: known when the follow-ups are read, so that
 * nobody has to find it out customer by customer.
 */
export function templateFaults({ followUps }: Chatbot, facts: readonly TemplateFact[]): string[] {
	return followUps.flatMap(({ name, active, template }) => {
		const fact = active && template && findTemplateFact(facts, template.name, template.language);
		if (!fact || !template) return [];
		const named = `Follow-up "${name}": the WhatsApp template "${template.name}" (${template.language})`;
		if (!isApproved(fact.status))
			return [`${named} is ${fact.status.toLowerCase()}; it cannot be sent until Meta has approved it`];
		const missing = missingVariables(template, fact.text);
		const shown = missing.map((one) => `{{${one}}}`).join(', ');
		return missing.length === 0
			? []
			: [`${named} lacks a value for ${shown}; add it under Options, WhatsApp Template Variables`];
	});
}

/** The variables in the text of a template that are given no value. */
export function missingVariables({ parameters }: TemplateContent, text: string | undefined): string[] {
	const given = new Set(parameters.map(({ name }, place) => name ?? String(place + 1)));
	return variablesIn(text ?? '').filter((one) => !given.has(one));
}
