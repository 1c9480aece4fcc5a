import { findTemplateFact } from './known-templates.ts';
import type { TemplateContent, TemplateFact } from './types.ts';

/** `{{1}}` or `{{name}}`, as Meta writes a variable in the text of a template. */
const VARIABLE = /\{\{\s*(\w{1,100})\s*\}\}/g;

/**
 * What the customer reads of a template: its text with the values in place. As long as the text is not known, its name with
 * the values, so that what was said can be neither repeated nor contradicted.
 */
export function templateText(
	{ name, parameters, header }: Pick<TemplateContent, 'name' | 'parameters' | 'header'>,
	text: string | undefined,
): string {
	const values = parameters.map((one) => one.text);
	if (!text) {
		const shown = [...(header?.type === 'text' ? [header.text] : []), ...values];
		return shown.length === 0 ? name : `${name} (${shown.join(' · ')})`;
	}
	const named = new Map(parameters.map((one, index) => [one.name ?? String(index + 1), one.text]));
	return text.replace(VARIABLE, (variable, key: string) => named.get(key) ?? variable);
}

/** The variables in the text of a template, each once. */
export function variablesIn(text: string): string[] {
	return [...new Set(Array.from(text.matchAll(VARIABLE), ([, key = '']) => key))];
}

/** The text of a template among those that are known of an account. */
export function knownText(
	{ name, language }: Pick<TemplateContent, 'name' | 'language'>,
	templates: readonly TemplateFact[] | undefined,
): string | undefined {
	return findTemplateFact(templates ?? [], name, language)?.text;
}
