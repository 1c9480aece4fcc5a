import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { inLanes, keepingLeases, type Claim, type SendItem, type Store } from '../../../lib/index.ts';
import { errorJson, toNodeError } from '../../shared/errors.ts';
import { giveBackLater } from '../../shared/give-back.ts';
import { graphTransport } from '../../shared/graph-transport.ts';
import { storeFor } from '../../shared/store-for.ts';
import { followUpOptions } from '../fields/options.ts';
import type { WholeRunOperation } from './operation.ts';
import { PARALLEL } from './parallel.ts';
import { readOptions } from './read-options.ts';
import { sendOne } from './send-follow-up.ts';

interface Line {
	sent: boolean;
	item: INodeExecutionData;
}

/** Sends what Follow-Up Evaluate decided. First output: accepted by Meta. Second: not sent, with the reason. */
async function sendFollowUps(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const store = await storeFor(context);
	const lines = await keepingLeases(store, claimsOf(items), async () => await sendAll(context, store));
	const output = (sent: boolean) => lines.filter((line) => line.sent === sent).map(({ item }) => item);
	return [output(true), output(false)];
}

/** After a failure that a person has to see, nothing more is begun, and what was not begun goes back to the queue. */
async function sendAll(context: IExecuteFunctions, store: Store): Promise<Line[]> {
	const items = context.getInputData();
	let failure: { error: unknown; itemIndex: number } | undefined;
	const lines = await inLanes(
		items,
		async ({ json }, itemIndex): Promise<Line> => {
			const line = (sent: boolean, output: IDataObject): Line => ({
				sent,
				item: { json: output, pairedItem: { item: itemIndex } },
			});
			try {
				const sendItem = decided(context, json as unknown as SendItem, itemIndex);
				const transport = await graphTransport(context, itemIndex);
				const options = readOptions(context, itemIndex);
				const outcome = await sendOne({ context, store, transport, options, itemIndex }, sendItem);
				if (outcome.halt && !context.continueOnFail()) failure ??= { error: outcome.halt, itemIndex };
				return line(outcome.sent, outcome.json);
			} catch (error) {
				if (!context.continueOnFail()) failure ??= { error, itemIndex };
				return line(false, errorJson(error));
			}
		},
		{
			laneOf: ({ json }, itemIndex) => (json as unknown as SendItem).conversation?.key ?? String(itemIndex),
			parallel: PARALLEL,
			stop: () => failure !== undefined,
		},
	);
	if (failure) {
		const notBegun = items.filter((_item, index) => lines[index] === undefined);
		const failed = items[failure.itemIndex] as INodeExecutionData;
		await giveBackLater(store, claimsOf([failed, ...notBegun]), failure.error);
		throw toNodeError(context.getNode(), failure.error, failure.itemIndex);
	}
	return lines.filter((line) => line !== undefined);
}

function decided(context: IExecuteFunctions, item: SendItem, itemIndex: number): SendItem {
	const { followUp, conversation, content } = item;
	const isOurs = followUp?.scheduledId && (followUp.leaseToken ?? followUp.isTest);
	if (isOurs && content && conversation) return item;
	throw new NodeOperationError(context.getNode(), 'The item holds no decided follow-up', {
		itemIndex,
		description: 'Connect the Send output of Follow-Up Evaluate to this node',
	});
}

function claimsOf(items: INodeExecutionData[]): Claim[] {
	return items.flatMap(({ json }) => {
		const { scheduledId, leaseToken } = (json as unknown as Partial<SendItem>).followUp ?? {};
		return scheduledId && leaseToken ? [{ id: scheduledId, leaseToken }] : [];
	});
}

export const sendFollowUp: WholeRunOperation = {
	value: 'sendFollowUp',
	name: 'Send Follow-Up',
	action: 'Send follow up message',
	description: 'Send what Follow-Up Evaluate decided, after a last check of every rule',
	properties: [followUpOptions],
	runAll: sendFollowUps,
};
