import type { ITriggerFunctions, INodeParameters } from 'n8n-workflow';
import { parseSettings, type Store } from '../../lib/index.ts';
import { DEFINED_ON_DASHBOARD, holdsExpression } from '../shared/chatbot-source.ts';
import { isNode } from '../shared/is-node.ts';
import { chatbotParameter } from '../shared/chatbot-parameter.ts';

/**
 * Once published, a chatbot whose follow-ups are written on the dashboard is to be found there: its Follow-Up Evaluate runs
 * for the first time when a customer writes, and nobody waits for that to write the first follow-up.
 */
export async function registerKept(context: ITriggerFunctions, store: Store): Promise<void> {
	const below = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	for (const { type, parameters, disabled } of below) {
		if (!isNode(type, 'followUpEvaluate') || disabled) continue;
		const { defineFollowUps, chatbotId, settings = {}, decideBy } = (parameters ?? {}) as INodeParameters;
		if (defineFollowUps !== DEFINED_ON_DASHBOARD) continue;
		// The node itself tells what its expressions give, when it runs.
		const isOwn = chatbotId === undefined || chatbotId === chatbotParameter.default;
		if ((!isOwn && holdsExpression(chatbotId)) || holdsExpression(settings)) continue;
		const { id, name } = context.getWorkflow();
		await store.registerKept(
			{
				id: isOwn ? String(id) : String(chatbotId),
				settings: parseSettings({ timeZone: context.getTimezone(), ...(settings as object) }),
				...{ name, withoutModel: decideBy === 'rulesOnly' },
			},
			await store.now(),
		);
	}
}
