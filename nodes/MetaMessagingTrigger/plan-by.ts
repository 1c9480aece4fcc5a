import type { FunctionsBase, IDataObject, INodeParameters, NodeTypeAndVersion } from 'n8n-workflow';
import type { ChatbotSource } from '../../lib/index.ts';
import { sourceOf } from '../shared/chatbot-source.ts';
import { isNode } from '../shared/is-node.ts';

/** The Follow-Up Evaluate nodes that get every event of this trigger, and whether the workflow could do without them. */
export interface PlanBy {
	sources: ChatbotSource[];
	/** A run that waits has to be started. */
	waits: boolean;
	/** So has one that understands a voice note or picture. */
	hears: boolean;
}

/** Finds them in the workflow; behind another node, e.g. a filter, an event may not reach them, so those do not count. */
export function planBy(context: FunctionsBase & { getMode(): string }): PlanBy {
	if (context.getMode() === 'manual') return { sources: [], waits: false, hears: false };
	const own = context.getNode().name;
	const below = context.getChildNodes(own, { includeNodeParameters: true });
	const direct = below.filter(
		({ name, type, disabled }) =>
			isNode(type, 'followUpEvaluate') &&
			!disabled &&
			context.getParentNodes(name, { depth: 1 }).some((parent) => parent.name === own),
	);
	const source = ({ name, parameters }: NodeTypeAndVersion): ChatbotSource =>
		sourceOf({
			workflowId: context.getWorkflow().id,
			name,
			parameters: parameters as INodeParameters,
			timeZone: context.getTimezone(),
		});
	return {
		sources: direct.map(source),
		waits: below.some(
			({ type, parameters }) => isNode(type, 'followUpSchedule') && parameters?.mode === 'wait',
		),
		hears: direct.some(({ parameters }) => Boolean((parameters?.settings as IDataObject)?.understandMedia)),
	};
}
