import type { TemplateFact } from '../../follow-up/types.ts';
import { GraphError } from '../send/graph-error.ts';
import { entriesIn } from '../send/graph-list.ts';
import type { GraphResponse, GraphTransport } from '../send/graph-request.ts';
import { errorIn } from '../send/read-answer.ts';
import { asObject, asText } from '../webhook/read.ts';
import { TEMPLATE_FIELDS, isSendable, templateFrom, type Template } from './template.ts';
import { templateKey } from './template-key.ts';

export interface TemplateFilter {
	/** Part of the name. */
	name?: string;
	/** Meta's word, e.g. APPROVED. */
	status?: string;
	category?: Template['category'];
	language?: string;
	/** GREEN, YELLOW, RED or UNKNOWN. */
	quality?: string;
	limit?: number;
}

const PAGE_SIZE = 100;
/** More than an account may have (6,000); a cursor that runs in a circle ends here. */
const PAGES_MOST = 100;

/**
 * The templates of a WhatsApp account, page by page until all are there or the limit is reached.
 * @throws GraphError when Meta refuses, or a page is not to be read: a part of them is not all of them.
 */
export async function listTemplates(
	transport: GraphTransport,
	account: string,
	{ limit = Infinity, quality, ...filter }: TemplateFilter = {},
): Promise<Template[]> {
	const found: Template[] = [];
	let after: string | undefined;
	for (let page = 0; page < PAGES_MOST; page++) {
		const response = await transport({
			method: 'GET',
			path: `${account}/message_templates`,
			query: { fields: TEMPLATE_FIELDS, limit: PAGE_SIZE, ...queryOf(filter), ...(after ? { after } : {}) },
		});
		requireAccount(account, response);
		const templates = entriesIn('whatsapp', response).flatMap((one) => templateFrom(one) ?? []);
		found.push(...templates.filter((one) => !quality || (one.quality ?? 'UNKNOWN') === quality));
		const paging = asObject(asObject(response.body)?.paging);
		after = paging?.next === undefined ? undefined : asText(asObject(paging.cursors)?.after);
		if (after === undefined || found.length >= limit) break;
	}
	return found.slice(0, limit);
}

/**
 * The ID of a phone number, a business or a Page where that of the account belongs. Meta's words: "(#100) Tried accessing
 * nonexisting field (message_templates) on node type (Business)". Source: github.com/PipedreamHQ/pipedream/issues/9004; read
 * 2026-12-01.
 */
function requireAccount(account: string, response: GraphResponse): void {
	const error = errorIn(response);
	if (!error || !/nonexisting field \(message_templates\)/.test(error.message)) return;
	throw new GraphError(
		`${account} is not the ID of a WhatsApp account: Meta finds no templates there`,
		'Write the ID of the account under WhatsApp Account ID, not the phone number ID; the WhatsApp Manager shows it under Settings, Business info',
		error.code,
		error.subcode,
	);
}

function queryOf({ name, status, category, language }: TemplateFilter): Record<string, string> {
	return {
		...(name ? { name } : {}),
		...(status ? { status } : {}),
		...(category ? { category: category.toUpperCase() } : {}),
		...(language ? { language: language.replace('-', '_') } : {}),
	};
}

/**
 * One template by name and language, as it is at this moment.
 * @throws GraphError when there is none, naming the languages it exists in.
 */
export async function findTemplate(
	transport: GraphTransport,
	account: string,
	{ name, language }: { name: string; language: string },
): Promise<Template> {
	const named = (await listTemplates(transport, account, { name })).filter((one) => one.name === name);
	const found = named.find((one) => one.language === language);
	if (found) return found;
	const known = named.map((one) => one.language).join(', ');
	throw new GraphError(
		`There is no template "${name}" in ${language}${known ? `; it exists in ${known}` : ''}`,
		'Choose a template from the list, or check the WhatsApp Account ID',
	);
}

/** What a template picker shows: only what can be sent now, with language, category and text. */
export interface TemplateOption {
	name: string;
	/** The template's key, name:language. */
	value: string;
	description: string;
}

/** The templates that can be sent now, sorted by name; `filter` is part of the name or the language. */
export function templateOptions(templates: Template[], filter = ''): TemplateOption[] {
	return templates
		.filter(isSendable)
		.map((template) => ({
			name: `${template.name} (${template.language}, ${template.category})`,
			value: templateKey(template),
			description: textOf(template),
		}))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.sort((a, b) => a.value.localeCompare(b.value));
}

/** The text of a template's body with its variables in place. */
export function textOf({ components }: Template): string {
	return asText(components.find(({ type }) => String(type).toUpperCase() === 'BODY')?.text) ?? '';
}

/** What rules and transcript need of a template: not the whole of it, as it is stored with each chatbot. */
export function templateFact(template: Template): TemplateFact {
	const { name, language, status, category } = template;
	return { name, language, status, ...(category ? { category } : {}), text: textOf(template) };
}
