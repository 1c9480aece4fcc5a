import type { IExecuteFunctions } from 'n8n-workflow';
import {
	LRUCache,
	factsOfChosen,
	listTemplates,
	offeredTemplates,
	templateFact,
	templateFaults,
	withKnownCategories,
	type Chatbot,
	type KeptChatbot,
	type TemplateFact,
} from '../../lib/index.ts';
import { toNodeError } from '../shared/errors.ts';
import { graphTransport } from '../shared/graph-transport.ts';
import { hintOnce } from './hint-once.ts';

/** Meta pauses a template for hours, and reads are limited per hour: minutes are fresh enough. */
const FRESH_MS = 5 * 60_000;
/** After a failed read Meta is left alone for a moment; the rules do without. */
const FAILED_MS = 60_000;

interface Answer {
	templates?: KeptChatbot['templates'];
	/** Why they are not known, in words that a person can act on. */
	fault?: string;
}
const known = new LRUCache<string, Promise<Answer>>({ max: 500, ttl: FRESH_MS });

/**
 * A chatbot with what Meta says of its templates, as far as the node may ask. Without that the rules know nothing of the
 * templates' status, and Meta refuses what is not approved.
 */
export async function withTemplates(
	context: IExecuteFunctions,
	chatbot: Chatbot,
	itemIndex: number,
): Promise<{ chatbot: Chatbot; templates?: TemplateFact[] }> {
	if (!chatbot.followUps.some(({ template }) => template !== undefined)) return { chatbot };
	const all = (await accountTemplates(context, itemIndex))?.facts;
	if (!all) return { chatbot };
	const templates = factsOfChosen(chatbot, all);
	for (const fault of templateFaults(chatbot, templates)) hintOnce(context, fault);
	return { chatbot: withKnownCategories(chatbot, all), templates };
}

/** The templates of the account on the node; undefined without it, without the credential, or if Meta does not tell. */
export async function accountTemplates(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Answer['templates']> {
	const credential = context.getNode().credentials?.metaMessagingApi;
	const account = String(context.getNodeParameter('whatsAppAccount', itemIndex, '')).trim();
	if (!credential || account === '') return undefined;
	const { templates, fault } = await read(context, `${credential.id ?? credential.name}:${account}`, account);
	if (fault) hintOnce(context, fault);
	return templates;
}

async function read(context: IExecuteFunctions, key: string, account: string): Promise<Answer> {
	const before = known.get(key);
	if (before) return await before;
	const asked = ask(context, account);
	known.set(key, asked);
	const answer = await asked;
	if (answer.fault) known.set(key, asked, { ttl: FAILED_MS });
	return answer;
}

async function ask(context: IExecuteFunctions, account: string): Promise<Answer> {
	try {
		const templates = await listTemplates(await graphTransport(context), account);
		return { templates: { facts: templates.map(templateFact), offered: offeredTemplates(templates) } };
	} catch (error) {
		const { message, description = '' } = toNodeError(context.getNode(), error);
		const fault =
			`The templates of the WhatsApp account ${account} could not be read, so their status is not known: ${message}. ${description}`.trim();
		context.logger.warn(fault);
		return { fault };
	}
}
