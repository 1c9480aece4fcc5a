import { AdvisedError } from '../../messaging/advised-error.ts';
import * as z from 'zod4';
import { GraphError } from '../send/graph-error.ts';
import type { GraphTransport } from '../send/graph-request.ts';
import { asObject, asText } from '../webhook/read.ts';
import { placeholdersIn } from './variables.ts';

/**
 * What Meta takes of a template, in characters. Header and footer: Meta, Cloud API message reference; read 2026-11-22. The
 * others are widely used figures that were not checked against Meta's page; Meta's own refusal is shown in any case.
 */
const LIMITS = { name: 512, header: 60, body: 1024, footer: 60, button: 25, buttons: 10 };

const button = z.discriminatedUnion('type', [
	z.object({ type: z.literal('quick_reply'), text: z.string() }),
	z.object({
		type: z.literal('url'),
		text: z.string(),
		url: z.string().regex(/^https?:\/\/\S+$/, 'must be a web address'),
		example: z.string().optional(),
	}),
	z.object({ type: z.literal('phone_number'), text: z.string(), phoneNumber: z.string() }),
]);

const newTemplate = z.object({
	name: z
		.string()
		.max(LIMITS.name, `must have at most ${LIMITS.name} characters`)
		.regex(/^[a-z0-9_]+$/, 'must have only lowercase letters without accents, digits and underscores'),
	category: z.enum(['marketing', 'utility'], 'must be marketing or utility'),
	language: z
		.string()
		.transform((code) => code.trim().replace('-', '_'))
		.pipe(z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'must be a code such as es or en_US')),
	parameterFormat: z.enum(['named', 'positional']).default('positional'),
	header: z.string().max(LIMITS.header, `must have at most ${LIMITS.header} characters`).default(''),
	body: z.string().trim().min(1, 'is empty').max(LIMITS.body, `must have at most ${LIMITS.body} characters`),
	footer: z.string().max(LIMITS.footer, `must have at most ${LIMITS.footer} characters`).default(''),
	/** By the name or number of the variable; Meta's reviewers read them. */
	examples: z.record(z.string(), z.string()).default({}),
	buttons: z.array(button).max(LIMITS.buttons, `must be at most ${LIMITS.buttons}`).default([]),
});

/** A template to be made, as a user writes it. */
export type NewTemplate = z.input<typeof newTemplate>;
type Checked = z.output<typeof newTemplate>;

/** What is wrong with a new template: one line per field. */
export class NewTemplateError extends AdvisedError {
	override readonly name = 'NewTemplateError';

	constructor(readonly problems: string[]) {
		super(
			`The template cannot be handed in: ${problems.join('; ')}`,
			'Correct what it names; nothing was sent to Meta',
		);
	}
}

export interface CreatedTemplate {
	id: string;
	name: string;
	language: string;
	/** PENDING until Meta has looked at it. */
	status: string;
	/** Meta may have put it into another category, which changes its price. */
	category: string;
}

/**
 * Hands in a template for review.
 * @throws NewTemplateError naming the fields, GraphError when Meta refuses it.
 */
export async function createTemplate(
	transport: GraphTransport,
	account: string,
	input: NewTemplate,
): Promise<CreatedTemplate> {
	const body = newTemplateBody(input) as { name: string; language: string; category: string };
	const response = await transport({ method: 'POST', path: `${account}/message_templates`, body });
	const answer = asObject(response.body);
	const id = asText(answer?.id);
	if (response.status >= 300 || !id) throw explained(GraphError.from('whatsapp', response), body);
	const category = (asText(answer?.category) ?? body.category).toLowerCase();
	const status = asText(answer?.status) ?? 'PENDING';
	return { id, name: body.name, language: body.language, status, category };
}

/** The body of `POST /{account}/message_templates`, checked. */
export function newTemplateBody(input: NewTemplate): object {
	const parsed = newTemplate.safeParse(input);
	if (!parsed.success)
		throw new NewTemplateError(
			parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
		);
	const template = parsed.data;
	const problems = [...variableProblems(template), ...buttonProblems(template)];
	if (problems.length > 0) throw new NewTemplateError(problems);
	const { name, language, category, parameterFormat, header, footer, buttons } = template;
	return {
		...{ name, language, category: category.toUpperCase(), parameter_format: parameterFormat.toUpperCase() },
		components: [
			...(header ? [{ type: 'HEADER', format: 'TEXT', text: header, ...exampleOf(template, 'header') }] : []),
			{ type: 'BODY', text: template.body, ...exampleOf(template, 'body') },
			...(footer ? [{ type: 'FOOTER', text: footer }] : []),
			...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(buttonBody) }] : []),
		],
	};
}

function variableProblems({ body, header, footer, parameterFormat, examples }: Checked): string[] {
	const inBody = placeholdersIn(body, parameterFormat);
	const inHeader = placeholdersIn(header, parameterFormat);
	const all = [...new Set([...inHeader, ...inBody])];
	const problems = all
		.filter((name) => !examples[name]?.trim())
		.map((name) => `variable ${name} has no example; Meta's reviewers need one`);
	if (inHeader.length > 1) problems.push(`header has ${inHeader.length} variables; one is allowed`);
	if (placeholdersIn(footer, parameterFormat).length > 0)
		problems.push('footer has a variable; none is allowed');
	if (/^\s*\{\{|\}\}\s*$/.test(body))
		problems.push('body begins or ends with a variable; put words around it');
	const isNumber = (name: string) => /^\d+$/.test(name);
	if (parameterFormat === 'positional' && inBody.some((name, index) => name !== String(index + 1)))
		problems.push(
			`variables of the body must be {{1}}, {{2}} … (found: ${inBody.join(', ')}), or choose named ones`,
		);
	if (parameterFormat === 'named' && all.some((name) => isNumber(name) || !/^[a-z0-9_]+$/.test(name)))
		problems.push(
			`named variables have lowercase letters, digits and underscores (found: ${all.join(', ')})`,
		);
	return problems;
}

function buttonProblems({ buttons }: Checked): string[] {
	return buttons.flatMap((one, index) => {
		const name = `button ${index + 1}`;
		if (one.text.trim() === '') return [`${name} has no text`];
		if ([...one.text].length > LIMITS.button)
			return [`${name} must have at most ${LIMITS.button} characters`];
		if (one.type === 'phone_number' && !/^\+\d{6,15}$/.test(one.phoneNumber))
			return [`${name} needs a phone number with + and country code`];
		if (one.type !== 'url' || !one.url.includes('{{')) return [];
		if (!/^[^{]+\{\{1\}\}$/.test(one.url))
			return [`${name} may have one variable, {{1}}, at the end of its address`];
		return one.example ? [] : [`${name} has a variable and no example`];
	});
}

function exampleOf({ parameterFormat, examples, ...texts }: Checked, part: 'header' | 'body'): object {
	const names = placeholdersIn(texts[part], parameterFormat);
	if (names.length === 0) return {};
	if (parameterFormat === 'named') {
		const named = names.map((name) => ({ param_name: name, example: examples[name] }));
		return { example: { [`${part}_text_named_params`]: named } };
	}
	const values = names.map((name) => examples[name]);
	return { example: { [`${part}_text`]: part === 'body' ? [values] : values } };
}

function buttonBody(one: Checked['buttons'][number]): object {
	if (one.type === 'quick_reply') return { type: 'QUICK_REPLY', text: one.text };
	if (one.type === 'phone_number')
		return { type: 'PHONE_NUMBER', text: one.text, phone_number: one.phoneNumber };
	return { type: 'URL', text: one.text, url: one.url, ...(one.example ? { example: [one.example] } : {}) };
}

/** What stands behind the refusals that people meet most. Subcodes as other integrators report them; not checked against Meta's page. */
function explained(error: GraphError, { name, language }: { name: string; language: string }): GraphError {
	const advice =
		error.subcode === 2388024
			? `Choose another name, or delete "${name}" in ${language} first`
			: error.subcode === 2388043
				? 'Give an example for every variable'
				: 'Check name, category, language, text and examples of the template';
	return new GraphError(error.message, advice, error.code, error.subcode);
}
