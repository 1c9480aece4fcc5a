import type { INodeParameters, ITriggerFunctions } from 'n8n-workflow';
import { parseChatbot, parseSettings, writtenFollowUps, type Store } from '../../lib/index.ts';
import { DEFINED_ON_DASHBOARD, holdsExpression, sourceOf } from '../shared/chatbot-source.ts';
import { chatbotParameter } from '../shared/chatbot-parameter.ts';
import { isNode } from '../shared/is-node.ts';

/**
 * Once published, a chatbot is to be found on the dashboard: its Follow-Up Evaluate runs for the first time when a customer
 * writes, and nobody waits for that to see, switch or write a follow-up. Where expressions stand in it, the node itself
 * tells what they give, when it runs.
 */
export async function registerChatbots(context: ITriggerFunctions, store: Store): Promise<void> {
	const below = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	for (const { type, name, parameters, disabled } of below) {
		if (!isNode(type, 'followUpEvaluate') || disabled) continue;
		const { defineFollowUps, chatbotId, settings = {} } = (parameters ?? {}) as INodeParameters;
		const isOwn = chatbotId === undefined || chatbotId === chatbotParameter.default;
		if ((!isOwn && holdsExpression(chatbotId)) || holdsExpression(settings)) continue;
		const id = isOwn ? String(context.getWorkflow().id) : String(chatbotId);
		if (defineFollowUps === DEFINED_ON_DASHBOARD) await registerKept(context, store, id, parameters ?? {});
		else await registerDefined(context, store, id, { name, parameters: parameters ?? {} });
	}
}

async function registerKept(
	context: ITriggerFunctions,
	store: Store,
	id: string,
	{ settings = {}, decideBy }: INodeParameters,
): Promise<void> {
	const { name } = context.getWorkflow();
	await store.registerKept(
		{
			id,
			settings: parseSettings({ timeZone: context.getTimezone(), ...(settings as object) }),
			...{ name, withoutModel: decideBy === 'rulesOnly' },
		},
		await store.now(),
	);
}

async function registerDefined(
	context: ITriggerFunctions,
	store: Store,
	id: string,
	{ name, parameters }: { name: string; parameters: INodeParameters },
): Promise<void> {
	const { defineFollowUps, followUps, followUpsJson, stopCondition, settings = {} } = parameters;
	const written =
		defineFollowUps === 'json'
			? followUpsJson
			: writtenFollowUps((followUps as INodeParameters | undefined)?.values);
	if (written === undefined || holdsAnyExpression([written, stopCondition])) return;
	// It is registered already, with what was heard of its templates besides; its node tells of changes.
	if (await store.chatbot(id)) return;
	const chatbot = parseChatbot({
		...{ id, stopCondition, followUps: written },
		settings: { timeZone: context.getTimezone(), ...(settings as object) },
	});
	const { id: workflowId, name: called } = context.getWorkflow();
	const source = sourceOf({ workflowId, name, parameters, timeZone: context.getTimezone() });
	await store.registerChatbot(chatbot, await store.now(), { ...source, ...(called ? { name: called } : {}) });
}

function holdsAnyExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (value === null || typeof value !== 'object') return false;
	return Object.values(value).some(holdsAnyExpression);
}
