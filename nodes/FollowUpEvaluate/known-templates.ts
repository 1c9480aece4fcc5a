import type { IExecuteFunctions } from 'n8n-workflow';
import {
	LRUCache,
	factsOfChosen,
	listTemplates,
	offeredTemplates,
	templateFact,
	withKnownCategories,
	type Chatbot,
	type KeptChatbot,
	type TemplateFact,
} from '../../lib/index.ts';
import { graphTransport } from '../shared/graph-transport.ts';

/** Meta pauses a template for hours, and reads are limited per hour: minutes are fresh enough. */
const FRESH_MS = 5 * 60_000;
/** After a failed read Meta is left alone for a moment; the rules do without. */
const FAILED_MS = 60_000;

type Known = Promise<KeptChatbot['templates']>;
const known = new LRUCache<string, Known>({ max: 500, ttl: FRESH_MS });

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
	return { chatbot: withKnownCategories(chatbot, all), templates: factsOfChosen(chatbot, all) };
}

/** The templates of the account on the node; undefined without it, without the credential, or if Meta does not tell. */
export async function accountTemplates(context: IExecuteFunctions, itemIndex: number): Known {
	const credential = context.getNode().credentials?.metaMessagingApi;
	const account = String(context.getNodeParameter('whatsAppAccount', itemIndex, '')).trim();
	if (!credential || account === '') return undefined;
	return await read(context, `${credential.id ?? credential.name}:${account}`, account);
}

async function read(context: IExecuteFunctions, key: string, account: string): Known {
	const before = known.get(key);
	if (before) return await before;
	const asked = ask(context, account);
	known.set(key, asked);
	const templates = await asked;
	if (!templates) known.set(key, asked, { ttl: FAILED_MS });
	return templates;
}

async function ask(context: IExecuteFunctions, account: string): Known {
	try {
		const templates = await listTemplates(await graphTransport(context), account);
		return { facts: templates.map(templateFact), offered: offeredTemplates(templates) };
	} catch (error) {
		context.logger.warn(
			`The templates of the WhatsApp account ${account} could not be read, so their status is not known: ${(error as Error).message}`,
		);
		return undefined;
	}
}
