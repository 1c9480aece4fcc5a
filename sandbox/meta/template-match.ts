import type { Template } from '../ledger.ts';
import type { Context } from '../context.ts';
import { isObject } from '../http.ts';
import { graphError, type GraphError } from './errors.ts';

export type TemplateMatch = { template: Template; text: string };
type Component = Record<string, unknown>;
type Parameter = { type?: unknown; text?: unknown; parameter_name?: unknown };

/** Finds the template a send names and fills it in, or says with Meta's codes why it cannot be sent. */
export function matchTemplate(
	context: Context,
	input: unknown,
	owner: string,
): TemplateMatch | { error: GraphError; notSendable?: boolean } {
	const asked = isObject(input) ? input : {};
	const language = isObject(asked['language']) ? asked['language']['code'] : undefined;
	if (typeof asked['name'] !== 'string' || typeof language !== 'string') {
		return {
			error: graphError(100, 'Invalid parameter', 'template needs "name" and "language": {"code": …}.'),
		};
	}
	const all = [...context.ledger.templates.values()].filter(
		(template) => template.owner === owner && template.name === asked['name'],
	);
	const template = all.find((candidate) => candidate.language === language);
	if (!template) {
		const known = all.map((candidate) => candidate.language).join(', ');
		const details = `template name (${asked['name']}) does not exist in ${language}${known && `; it exists in ${known}`}`;
		return {
			error: graphError(132001, 'Template name does not exist in the translation', details),
			notSendable: true,
		};
	}
	const status = statusError(template);
	if (status) return { error: status, notSendable: true };
	const components = Array.isArray(asked['components']) ? asked['components'].filter(isObject) : [];
	return fill(template, components);
}

function statusError(template: Template): GraphError | null {
	const details = `Template "${template.name}" (${template.language}) has status ${template.status}; only APPROVED can be sent.`;
	if (template.status === 'APPROVED') return null;
	if (template.status === 'PAUSED') return graphError(132015, 'Template is paused', details);
	if (template.status === 'DISABLED') return graphError(132016, 'Template is disabled', details);
	return graphError(132001, 'Template name does not exist in the translation', details);
}

function fill(template: Template, given: Component[]): TemplateMatch | { error: GraphError } {
	const texts: string[] = [];
	for (const type of ['HEADER', 'BODY', 'FOOTER']) {
		const component = template.components.find((candidate) => candidate.type === type);
		if (typeof component?.['text'] !== 'string') continue;
		const parameters = parametersOf(given, type.toLowerCase());
		const error = parameterError(template, type.toLowerCase(), component['text'], parameters);
		if (error) return { error };
		texts.push(replace(template, component['text'], parameters));
	}
	const button = urlButtonError(template, given);
	if (button) return { error: button };
	return { template, text: texts.join('\n') };
}

function parametersOf(given: Component[], type: string): Parameter[] {
	const component = given.find((candidate) => String(candidate['type']).toLowerCase() === type);
	return Array.isArray(component?.['parameters']) ? (component['parameters'] as Parameter[]) : [];
}

/** The names (or numbers) of the variables in a template's text. */
export function variablesOf(text: string): string[] {
	return [...new Set([...text.matchAll(/{{\s*(\w+)\s*}}/g)].map((match) => String(match[1])))];
}

function parameterError(
	template: Template,
	part: string,
	text: string,
	parameters: Parameter[],
): GraphError | null {
	const variables = variablesOf(text);
	if (variables.length !== parameters.length) {
		const details = `${part}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`;
		return graphError(132000, 'Number of parameters does not match the expected number of params', details);
	}
	for (const [index, parameter] of parameters.entries()) {
		const named = template.parameter_format === 'NAMED';
		const nameOk = named
			? variables.includes(String(parameter.parameter_name))
			: parameter.parameter_name === undefined;
		if (parameter.type !== 'text' || typeof parameter.text !== 'string' || parameter.text === '' || !nameOk) {
			const expected = named
				? `named text parameters (${variables.join(', ')})`
				: 'text parameters without parameter_name';
			return graphError(
				132012,
				'Parameter format does not match format in the created template',
				`${part}: parameter ${index + 1} must be one of ${expected}.`,
			);
		}
		if (/[\n\t]| {5,}/.test(parameter.text)) {
			return graphError(
				132018,
				"There's an issue with the parameters in your template",
				`${part}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
			);
		}
	}
	return null;
}

function replace(template: Template, text: string, parameters: Parameter[]): string {
	return variablesOf(text).reduce((filled, variable, index) => {
		const named = parameters.find((parameter) => parameter.parameter_name === variable);
		const value =
			template.parameter_format === 'NAMED'
				? named?.text
				: (parameters[Number(variable) - 1]?.text ?? parameters[index]?.text);
		return filled.replaceAll(new RegExp(`{{\\s*${variable}\\s*}}`, 'g'), () => String(value));
	}, text);
}

function urlButtonError(template: Template, given: Component[]): GraphError | null {
	const buttons = template.components.find((component) => component.type === 'BUTTONS')?.['buttons'];
	if (!Array.isArray(buttons)) return null;
	for (const [index, button] of buttons.entries()) {
		if (button.type !== 'URL' || !/{{/.test(button.url)) continue;
		const filled = given.some(
			(component) => component['type'] === 'button' && Number(component['index']) === index,
		);
		if (!filled)
			return graphError(
				131008,
				'Required parameter is missing',
				`buttons: Button at index ${index} of type Url requires a parameter`,
			);
	}
	return null;
}
