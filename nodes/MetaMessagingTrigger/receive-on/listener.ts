import type { FunctionsBase, ITriggerFunctions } from 'n8n-workflow';
import type { StartListener } from '../../../lib/index.ts';
import { planBy } from '../plan-by.ts';
import { selection } from '../selection.ts';

/** Who gets each event once, whichever way it comes in. */
export function listenerId(context: Pick<FunctionsBase, 'getWorkflow' | 'getNode'>): string {
	return `trigger:${context.getWorkflow().id}:${context.getNode().id}`;
}

/** What the trigger takes from the store. */
export function startListener(context: ITriggerFunctions): StartListener {
	const without = context.getNodeParameter('settings.planWithoutExecution', false) as boolean;
	const { sources, waits, hears } = planBy(context);
	return {
		id: listenerId(context),
		wants: selection(context),
		includeRaw: context.getNodeParameter('settings.includeRaw', false) as boolean,
		plannedBy: without && !waits ? sources : [],
		hears,
	};
}
