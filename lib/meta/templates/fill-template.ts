import { AdvisedError } from '../../messaging/advised-error.ts';
import { NOT_IN_TEMPLATE_VALUES } from '../../messaging/platform-limits.ts';
import type { TemplateButton, TemplateContent, TemplateHeader } from '../../follow-up/types.ts';
import { isSendable, type Template } from './template.ts';
import { templateVariables, type TemplateVariable } from './variables.ts';

/** Values of a template's variables by their ID (body.1, header.image, button.0 …). */
export type TemplateValues = Record<string, unknown>;

/** A template cannot be sent as it was filled in: one line per variable. */
export class TemplateValuesError extends AdvisedError {
	override readonly name = 'TemplateValuesError';

	constructor(
		template: Pick<Template, 'name' | 'language'>,
		readonly problems: string[],
	) {
		super(
			`Template "${template.name}" (${template.language}): ${problems.join('; ')}`,
			'Correct what it names, or choose another template; nothing was sent',
		);
	}
}

/** Meta: a coupon code has at most 20 characters (since 2025-12-03). */
const COUPON_CODE_MAX = 20;

/**
 * Fills in a template: what Meta would refuse (a status other than approved, an empty variable, a line break in one) is
 * refused before anything is sent.
 * @throws TemplateValuesError naming every variable, what was found and what is allowed.
 */
export function fillTemplate(template: Template, values: TemplateValues): TemplateContent {
	const { name, language, category, status, parameterFormat } = template;
	if (!isSendable(template))
		throw new TemplateValuesError(template, [
			`it is ${status.toLowerCase()}; only an approved one can be sent`,
		]);
	const variables = templateVariables(template);
	const problems = [
		...unknownValues(variables, values),
		...variables.flatMap((variable) => complaintAbout(variable, values[variable.id]) ?? []),
	];
	if (problems.length > 0) throw new TemplateValuesError(template, problems);

	const filled = variables.map((variable) => ({ ...variable, text: String(values[variable.id]).trim() }));
	const named = (given: { name: string; text: string }) =>
		parameterFormat === 'named' ? { name: given.name, text: given.text } : { text: given.text };
	const header = filled.find(({ part }) => part === 'header');
	const buttons = filled.filter(({ part }) => part === 'button').map(buttonOf);
	return {
		...{ name, language, category },
		parameters: filled.filter(({ part }) => part === 'body').map(named),
		...(header ? { header: headerOf(header, named(header)) } : {}),
		...(buttons.length > 0 ? { buttons } : {}),
	};
}

function unknownValues(variables: TemplateVariable[], values: TemplateValues): string[] {
	const known = variables.map(({ id }) => id);
	const unknown = Object.keys(values).filter((id) => !known.includes(id) && !isEmpty(values[id]));
	if (unknown.length === 0) return [];
	const allowed = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none';
	return [`it has no variable ${unknown.join(', ')}; ${allowed}`];
}

function complaintAbout({ id, kind, label }: TemplateVariable, value: unknown): string | undefined {
	const text = String(value ?? '').trim();
	if (isEmpty(value)) return `${label} (${id}) is empty. Fill it in under Template Variables`;
	if (kind === 'location')
		return locationFrom(text)
			? undefined
			: `${label} must be latitude, longitude, e.g. 4.6097, -74.0817 (found: ${text})`;
	if (kind === 'image' || kind === 'video' || kind === 'document')
		return /^(https?:\/\/\S+|\d+)$/.test(text)
			? undefined
			: `${label} must be a web address or the ID of an uploaded file (found: ${text})`;
	if (kind === 'coupon_code' && [...text].length > COUPON_CODE_MAX)
		return `${label} has ${[...text].length} characters; ${COUPON_CODE_MAX} are allowed`;
	return NOT_IN_TEMPLATE_VALUES.test(text)
		? `${label} holds a line break, a tab or more than four spaces in a row. Put it on one line`
		: undefined;
}

function headerOf(
	variable: TemplateVariable & { text: string },
	parameter: { name?: string; text: string },
): TemplateHeader {
	const { kind, text } = variable;
	if (kind === 'location')
		return { type: 'location', ...(locationFrom(text) as { latitude: number; longitude: number }) };
	if (kind === 'image' || kind === 'video' || kind === 'document')
		return { type: kind, ...(/^\d+$/.test(text) ? { id: text } : { link: text }) };
	return { type: 'text', ...parameter };
}

function buttonOf({ name, kind, text }: TemplateVariable & { text: string }): TemplateButton {
	return { index: Number(name), type: kind === 'coupon_code' ? 'copy_code' : 'url', text };
}

function locationFrom(text: string): { latitude: number; longitude: number } | undefined {
	const [, first, second] = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
	const [latitude, longitude] = [Number(first), Number(second)];
	return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || String(value).trim() === '';
}
