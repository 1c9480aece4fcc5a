import type { IExecuteFunctions } from 'n8n-workflow';
import {
	requireNoModel,
	parseSettings,
	type Chatbot,
	type Now,
	type Store,
	type TemplateFact,
} from '../../lib/index.ts';
import { DEFINED_ON_DASHBOARD } from '../shared/chatbot-source.ts';
import { chatbotSource } from './chatbot-source.ts';
import { accountTemplates, withTemplates } from './known-templates.ts';
import { readChatbot } from './read-chatbot.ts';

/** A chatbot with what is known of the templates it uses. */
export interface KnownChatbot {
	chatbot: Chatbot;
	templates?: TemplateFact[];
}

/**
 * The chatbot of this node as it is for one item: from the node itself, which the store then remembers, or from the store,
 * where people write it on the dashboard.
 * @throws DefinitionError naming the field and the follow-up.
 */
export async function registeredChatbot(
	context: IExecuteFunctions,
	store: Store,
	itemIndex: number,
	now: Now,
): Promise<KnownChatbot> {
	if (isOnDashboard(context, itemIndex)) return await keptChatbot(context, store, itemIndex, now);
	const { chatbot, templates } = await definedChatbot(context, itemIndex);
	const source = chatbotSource(context, chatbot, templates);
	return { chatbot: await store.registerChatbot(chatbot, now, source), templates };
}

/** The same without a trace in the store, for an item that was made up in the editor. */
export async function chatbotForTest(
	context: IExecuteFunctions,
	store: Store,
	itemIndex: number,
	now: Now,
): Promise<KnownChatbot> {
	// What people wrote on the dashboard is in the store and nowhere else.
	return isOnDashboard(context, itemIndex)
		? await keptChatbot(context, store, itemIndex, now)
		: await definedChatbot(context, itemIndex);
}

async function definedChatbot(context: IExecuteFunctions, itemIndex: number): Promise<KnownChatbot> {
	return await withTemplates(context, readChatbot(context, itemIndex), itemIndex);
}

const isOnDashboard = (context: IExecuteFunctions, itemIndex: number): boolean =>
	context.getNodeParameter('defineFollowUps', itemIndex, 'inNode') === DEFINED_ON_DASHBOARD;

async function keptChatbot(
	context: IExecuteFunctions,
	store: Store,
	itemIndex: number,
	now: Now,
): Promise<KnownChatbot> {
	const id = String(context.getNodeParameter('chatbotId', itemIndex));
	const settings = context.getNodeParameter('settings', itemIndex, {}) as object;
	const withoutModel = context.getNodeParameter('decideBy', itemIndex) === 'rulesOnly';
	const known = await store.registerKept(
		{
			id,
			settings: parseSettings({ timeZone: context.getTimezone(), ...settings }),
			...{ name: context.getWorkflow().name, withoutModel },
			templates: await accountTemplates(context, itemIndex),
		},
		now,
		chatbotSource(context, { id }, undefined),
	);
	if (withoutModel) requireNoModel(known.chatbot);
	return known;
}
