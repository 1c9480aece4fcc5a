import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { inLanes } from '../../lib/index.ts';
import { errorJson, toNodeError } from '../shared/errors.ts';
import { graphTransport } from '../shared/graph-transport.ts';
import { storeFor } from '../shared/store-for.ts';
import { messageOperations } from './message/index.ts';
import { PARALLEL } from './message/parallel.ts';
import { readOptions } from './message/read-options.ts';
import { readRecipient } from './message/read-recipient.ts';
import { sendFollowUps } from './message/sendFollowUp.operation.ts';
import { templateOperations } from './template/index.ts';

/** Runs the operation chosen on the node. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = context.getNodeParameter('operation', 0) as string;
	if (context.getNodeParameter('resource', 0) === 'template')
		return [await sendEach(context, templateRunner(context, operation), String)];
	if (operation === 'sendFollowUp') return await sendFollowUps(context);
	return [await sendEach(context, await messageRunner(context, operation), laneOf(context))];
}

type Runner = (itemIndex: number) => Promise<IDataObject[]>;

function templateRunner(context: IExecuteFunctions, operation: string): Runner {
	const { execute } = templateOperations[operation as keyof typeof templateOperations];
	return async (itemIndex) => await execute(context, await graphTransport(context, itemIndex), itemIndex);
}

async function messageRunner(context: IExecuteFunctions, operation: string): Promise<Runner> {
	const { execute } = messageOperations[operation as keyof typeof messageOperations];
	const store = await storeFor(context);
	return async (itemIndex) => {
		const recipient = readRecipient(context, itemIndex);
		const options = readOptions(context, itemIndex);
		const transport = await graphTransport(context, itemIndex);
		return [await execute({ context, store, transport, itemIndex, recipient, options })];
	};
}

/** Messages to one customer keep their order; a recipient that cannot be read shows when its turn comes. */
function laneOf(context: IExecuteFunctions): (itemIndex: number) => string {
	return (itemIndex) => {
		try {
			return readRecipient(context, itemIndex).key;
		} catch {
			return String(itemIndex);
		}
	};
}

async function sendEach(
	context: IExecuteFunctions,
	run: Runner,
	lane: (itemIndex: number) => string,
): Promise<INodeExecutionData[]> {
	let failure: { error: unknown; itemIndex: number } | undefined;
	const results = await inLanes(
		context.getInputData(),
		async (_item, itemIndex): Promise<INodeExecutionData[]> => {
			const pairedItem = { item: itemIndex };
			try {
				return (await run(itemIndex)).map((json) => ({ json, pairedItem }));
			} catch (error) {
				if (context.continueOnFail()) return [{ json: errorJson(error), pairedItem }];
				failure ??= { error, itemIndex };
				return [];
			}
		},
		{ laneOf: (_item, itemIndex) => lane(itemIndex), parallel: PARALLEL, stop: () => failure !== undefined },
	);
	if (failure) throw toNodeError(context.getNode(), failure.error, failure.itemIndex);
	return results.flatMap((items) => items ?? []);
}
