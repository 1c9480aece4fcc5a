import type { FunctionsBase } from 'n8n-workflow';
import { isNode } from '../is-node.ts';

/** Nodes that take up what was decided to be sent, or start a workflow that may do so. */
const TAKES_UP = ['metaMessaging', 'followUpManager', 'executeWorkflow'];

/** Whether a node below this one may take up what is decided to be sent. */
export function somebodySends(context: Pick<FunctionsBase, 'getChildNodes' | 'getNode'>): boolean {
	const below = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	return below.some(({ type, disabled, parameters }) => {
		if (disabled || !TAKES_UP.some((name) => isNode(type, name))) return false;
		return (
			isNode(type, 'executeWorkflow') || OPERATIONS.includes(String(parameters?.operation ?? 'sendFollowUp'))
		);
	});
}

const OPERATIONS = ['sendFollowUp', 'markAsSent'];
