import { asArray, asObject, asText } from '../webhook/read.ts';
import { buttonsOf, componentOf, type Template } from './template.ts';

/** One value that a template needs to be sent. */
export interface TemplateVariable {
	/** How its value is named when it is filled in: body.1, body.name, header.image, button.0 … */
	id: string;
	part: 'header' | 'body' | 'button';
	kind: 'text' | 'image' | 'video' | 'document' | 'location' | 'url_suffix' | 'coupon_code';
	/** The variable's name or number in the text; for a button its place from 0. */
	name: string;
	/** What a person reads beside the field. */
	label: string;
	example?: string;
}

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;
const FILES = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

/** The names (or numbers) of the variables in a text, each once, in the order in which they are sent. */
export function placeholdersIn(text: string, format: Template['parameterFormat']): string[] {
	const names = [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => String(match[1])))];
	return format === 'positional' ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Every value a template needs: in its header, its text and its buttons. */
export function templateVariables(template: Template): TemplateVariable[] {
	return [...headerVariables(template), ...bodyVariables(template), ...buttonVariables(template)];
}

function headerVariables(template: Template): TemplateVariable[] {
	const header = componentOf(template, 'HEADER');
	if (!header) return [];
	const format = String(header.format ?? 'TEXT').toUpperCase();
	if (format === 'LOCATION')
		return [
			{
				id: 'header.location',
				part: 'header',
				kind: 'location',
				name: 'location',
				label: 'Header: Location',
			},
		];
	if (format in FILES) {
		const kind = FILES[format as keyof typeof FILES];
		return [
			{ id: `header.${kind}`, part: 'header', kind, name: kind, label: `Header: ${titled(kind)} Link` },
		];
	}
	const examples = examplesOf(header.example, 'header_text');
	return placeholdersIn(asText(header.text) ?? '', template.parameterFormat).map((name, index) => ({
		...{ id: `header.${name}`, part: 'header', kind: 'text', name, label: `Header: ${name}` },
		...exampleOf(examples, name, index),
	}));
}

function bodyVariables(template: Template): TemplateVariable[] {
	const body = componentOf(template, 'BODY');
	const examples = examplesOf(body?.example, 'body_text');
	return placeholdersIn(asText(body?.text) ?? '', template.parameterFormat).map((name, index) => ({
		...{ id: `body.${name}`, part: 'body', kind: 'text', name, label: `Text: ${name}` },
		...exampleOf(examples, name, index),
	}));
}

function buttonVariables(template: Template): TemplateVariable[] {
	return buttonsOf(template).flatMap((button, index): TemplateVariable[] => {
		const name = String(index);
		const label = `Button: ${asText(button.text) ?? index + 1}`;
		const example = asText(asArray(button.example)[0] ?? button.example);
		const more = example ? { example } : {};
		const type = String(button.type).toUpperCase();
		if (type === 'URL' && /\{\{/.test(asText(button.url) ?? ''))
			return [
				{
					id: `button.${index}`,
					part: 'button',
					kind: 'url_suffix',
					name,
					label: `${label} (end of link)`,
					...more,
				},
			];
		if (type === 'COPY_CODE')
			return [
				{
					id: `button.${index}`,
					part: 'button',
					kind: 'coupon_code',
					name,
					label: `${label} (code)`,
					...more,
				},
			];
		return [];
	});
}

/** Meta's examples: a list for numbers (for the body in a list of its own), names with values for names. */
function examplesOf(example: unknown, field: 'header_text' | 'body_text'): Map<string, string> {
	const json = asObject(example);
	const named = asArray(json?.[`${field}_named_params`]).map((entry) => asObject(entry));
	if (named.length > 0)
		return new Map(named.map((entry) => [asText(entry?.param_name) ?? '', asText(entry?.example) ?? '']));
	const values = asArray(json?.[field]);
	const list = Array.isArray(values[0]) ? values[0] : values;
	return new Map(list.map((value, index) => [`#${index}`, asText(value) ?? '']));
}

function exampleOf(examples: Map<string, string>, name: string, index: number): { example?: string } {
	const example = examples.get(name) ?? examples.get(`#${index}`);
	return example ? { example } : {};
}

function titled(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
