import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { followUpItem, sharedStore, type PlannedItem, type Store } from '../../lib';
import { errorJson, toNodeError } from '../shared/errors';

/** Stores what Follow-Up Evaluate planned. Items that are in the store already (put off by a decision) pass through. */
export async function scheduleItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	const store = await sharedStore();
	for (const [index, item] of context.getInputData().entries()) {
		try {
			const json = await scheduleItem(context, store, item.json as unknown as PlannedItem, index);
			output.push({ json: json as unknown as IDataObject, pairedItem: { item: index } });
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, index);
			output.push({ json: errorJson(error), pairedItem: { item: index } });
		}
	}
	return output;
}

async function scheduleItem(context: IExecuteFunctions, store: Store, item: PlannedItem, itemIndex: number) {
	if (item.followUp?.scheduledId !== undefined) return { ...item, created: false };
	if (!item.plan) {
		throw new NodeOperationError(context.getNode(), 'The item holds no planned follow-up', {
			itemIndex,
			description: 'Connect the Schedule output of Follow-Up Evaluate to this node',
		});
	}
	const { scheduled, existing } = await store.schedule([item.plan], new Date());
	const stored = scheduled[0] ?? existing[0];
	const { plan: _plan, ...rest } = item;
	return { ...rest, followUp: stored ? followUpItem(stored) : item.followUp, created: scheduled.length > 0 };
}
