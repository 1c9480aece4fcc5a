import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import {
	followUpItem,
	sendMessage,
	sharedStore,
	type GraphTransport,
	type ScheduledFollowUp,
	type SendItem,
	type Sent,
	type Store,
} from '../../../lib';
import { errorJson, toNodeError } from '../../shared/errors';
import { giveBackLater } from '../../shared/give-back';
import { graphTransport } from '../../shared/graph-transport';

interface Outcome {
	sent: boolean;
	json: IDataObject;
	/** Set when nothing more can be sent before a person acts. */
	halt?: NodeOperationError;
}

/** Sends what Follow-Up Evaluate decided. First output: accepted by Meta. Second: not sent, with the reason. */
export async function sendFollowUps(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const sent: INodeExecutionData[] = [];
	const notSent: INodeExecutionData[] = [];
	const items = context.getInputData();
	const store = await sharedStore();
	for (const [index, item] of items.entries()) {
		const pairedItem = { item: index };
		try {
			const transport = await graphTransport(context, index);
			const outcome = await sendOne(context, store, transport, item.json as unknown as SendItem, index);
			if (outcome.halt && !context.continueOnFail()) throw outcome.halt;
			(outcome.sent ? sent : notSent).push({ json: outcome.json, pairedItem });
		} catch (error) {
			if (!context.continueOnFail()) {
				await giveBack(store, items.slice(index), error);
				throw toNodeError(context.getNode(), error, index);
			}
			notSent.push({ json: errorJson(error), pairedItem });
		}
	}
	return [sent, notSent];
}

async function sendOne(
	context: IExecuteFunctions,
	store: Store,
	transport: GraphTransport,
	item: SendItem,
	itemIndex: number,
): Promise<Outcome> {
	const { followUp, conversation, content } = item;
	if (!followUp?.scheduledId || !followUp.leaseToken || !content || !conversation) {
		throw new NodeOperationError(context.getNode(), 'The item holds no decided follow-up', {
			itemIndex,
			description: 'Connect the Send output of Follow-Up Evaluate to this node',
		});
	}
	const begun = await store.beginSend(followUp.scheduledId, followUp.leaseToken, new Date());
	if (!begun.ok) return { sent: false, json: outputJson(item, { reason: begun.reason }) };

	// What goes out is what the store holds, not what the item says: the last check looked at exactly that.
	const message = {
		conversation,
		content: begun.followUp.content ?? content,
		callbackData: followUp.scheduledId,
	};
	const result = await sendMessage(transport, message, new Date());
	const finished = await store.finishSend(followUp.scheduledId, result, new Date());
	const json = outputJson(item, { followUp: finished, reason: finished.reason, advice: result.advice });
	if (result.configuration)
		return { sent: false, json, halt: configurationError(context, result, itemIndex) };
	return { sent: result.outcome === 'accepted', json };
}

function configurationError(context: IExecuteFunctions, result: Sent, itemIndex: number): NodeOperationError {
	const { code, message } = result as { code?: number; message?: string };
	return new NodeOperationError(context.getNode(), `Meta refused to send (code ${code}): ${message}`, {
		itemIndex,
		description: `${result.configuration?.advice}. The follow-up is tried again later; nothing is lost.`,
	});
}

function outputJson(
	item: SendItem,
	outcome: { followUp?: ScheduledFollowUp; reason: { code: string; sentence: string }; advice?: string },
): IDataObject {
	const { leaseToken: _token, ...before } = item.followUp;
	const followUp = outcome.followUp ? followUpItem(outcome.followUp) : before;
	const result = {
		code: outcome.reason.code,
		reason: outcome.reason.sentence,
		...(outcome.advice ? { advice: outcome.advice } : {}),
	};
	return { ...item, followUp, result } as unknown as IDataObject;
}

/** What was not begun goes back to the queue now instead of when its lease runs out. */
async function giveBack(store: Store, rest: INodeExecutionData[], error: unknown): Promise<void> {
	const claims = rest.flatMap(({ json }) => {
		const { scheduledId, leaseToken } = (json as unknown as Partial<SendItem>).followUp ?? {};
		return scheduledId && leaseToken ? [{ id: scheduledId, leaseToken }] : [];
	});
	await giveBackLater(store, claims, error);
}
