import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { followUpItem, type FollowUpItem, type PlannedItem, type Store } from '../../lib/index.ts';
import { errorJson, toNodeError } from '../shared/errors.ts';
import { storeFor } from '../shared/store-for.ts';
import { waitForEarliest } from './wait.ts';

/** Shown when a workflow is tried out with pinned data. */
const TEST_DATA =
	'This conversation is not in the follow-up store, so it is test data and nothing was stored; a real one is recorded by the Meta Messaging Trigger';

/**
 * Stores what Follow-Up Evaluate planned. Items that are in the store already (put off by a decision) pass through. In
 * Wait mode the run then waits for the earliest of them; what is only tried is not waited for, as it would come back and be tried
 * again without end.
 */
export async function scheduleItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	const followUps: FollowUpItem[] = [];
	const conversations: string[] = [];
	const store = await storeFor(context);
	const isWait = context.getNodeParameter('mode', 0, 'queue') === 'wait';
	for (const [index, item] of context.getInputData().entries()) {
		try {
			const json = await scheduleItem(context, store, item.json as unknown as PlannedItem, index);
			if (isWait && json.followUp.isTest) continue;
			followUps.push(json.followUp);
			conversations.push(json.conversation.key);
			output.push({ json: json as unknown as IDataObject, pairedItem: { item: index } });
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, index);
			output.push({ json: errorJson(error), pairedItem: { item: index } });
		}
	}
	if (isWait) await waitForEarliest(context, store, followUps, conversations);
	else await hintIfUncollected(context, store, followUps);
	return output;
}

/** Otherwise it would come to light when follow-ups are missed. */
async function hintIfUncollected(
	context: IExecuteFunctions,
	store: Store,
	followUps: FollowUpItem[],
): Promise<void> {
	const now = await store.now();
	for (const chatbot of new Set(followUps.map((one) => one.chatbot))) {
		if (await store.isCollected(chatbot, now)) continue;
		context.addExecutionHints({
			...{ type: 'warning', location: 'outputPane' },
			message: `No published Follow-Up Due Trigger looks for the Chatbot ID "${chatbot}", so nothing brings these follow-ups back when they are due. Add one with this Chatbot ID and the same Store, and publish its workflow.`,
		});
	}
}

async function scheduleItem(context: IExecuteFunctions, store: Store, item: PlannedItem, itemIndex: number) {
	const { plan, ...rest } = item;
	if (item.followUp?.scheduledId !== undefined) return { ...rest, created: false };
	if (!plan) {
		throw new NodeOperationError(context.getNode(), 'The item holds no planned follow-up', {
			itemIndex,
			description: 'Connect the Schedule output of Follow-Up Evaluate to this node',
		});
	}
	if (context.getMode() === 'manual' && !(await store.conversation(plan.conversation))) {
		return { ...rest, created: false, note: TEST_DATA };
	}
	const { scheduled, existing } = await store.schedule([plan], await store.now());
	const stored = scheduled[0] ?? existing[0];
	return { ...rest, followUp: stored ? followUpItem(stored) : item.followUp, created: scheduled.length > 0 };
}
