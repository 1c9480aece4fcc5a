import type { IRun, ITriggerFunctions } from 'n8n-workflow';
import type { RunEnd } from '../../lib/index.ts';
import { isNode } from '../shared/is-node.ts';

/**
 * How n8n says that an execution ended; undefined where it says nothing that helps: it was stopped by hand, or never came to
 * be. What it had taken goes back when its lease runs out.
 */
export function endOf(run: IRun | undefined, somebodySends: boolean): RunEnd | undefined {
	if (run?.status === 'waiting') return 'waits';
	if (run?.status === 'success') return 'well';
	if (run?.status !== 'error' && run?.status !== 'crashed') return undefined;
	// A run that failed is tried again; but who sends by other means has sent perhaps, and would do so each time.
	return somebodySends ? 'badly' : 'well';
}

/** Nodes that take up what was decided to be sent, or start a workflow that may do so. */
const TAKES_UP = ['metaMessaging', 'followUpManager', 'executeWorkflow'];

/** Whether a node below the trigger may take up what is decided to be sent. */
export function somebodySends(context: Pick<ITriggerFunctions, 'getChildNodes' | 'getNode'>): boolean {
	const below = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	return below.some(({ type, disabled, parameters }) => {
		if (disabled || !TAKES_UP.some((name) => isNode(type, name))) return false;
		return (
			isNode(type, 'executeWorkflow') || OPERATIONS.includes(String(parameters?.operation ?? 'sendFollowUp'))
		);
	});
}

const OPERATIONS = ['sendFollowUp', 'markAsSent'];
