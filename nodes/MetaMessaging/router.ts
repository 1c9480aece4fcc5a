import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { inLanes } from '../../lib/index.ts';
import { errorJson, toNodeError } from '../shared/errors.ts';
import { graphTransport } from '../shared/graph-transport.ts';
import { storeFor } from '../shared/store-for.ts';
import { message } from './message/index.ts';
import type { MessageOperation } from './message/operation.ts';
import { PARALLEL } from './message/parallel.ts';
import { readOptions } from './message/read-options.ts';
import { readRecipient } from './message/read-recipient.ts';
import { firstResult, isTool, itemKey } from './message/repetition.ts';
import { template } from './template/index.ts';
import type { TemplateOperation } from './template/operation.ts';

/** Runs the operation chosen on the node. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const value = context.getNodeParameter('operation', 0) as string;
	if (resource === template.value)
		return [await sendEach(context, templateRunner(context, chosen(context, template, value)), String)];
	const operation = chosen(context, message, value);
	if (!operation.run) return await operation.runAll(context);
	return [await sendEach(context, await messageRunner(context, operation), laneOf(context))];
}

function chosen<One extends { value: string }>(
	context: IExecuteFunctions,
	{ name, operations }: { name: string; operations: One[] },
	value: string,
): One {
	const found = operations.find((one) => one.value === value);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`There is no operation "${value}" of the resource "${name}"`,
		{ description: 'Choose a resource and an operation from the lists of the node' },
	);
}

type Runner = (itemIndex: number) => Promise<IDataObject[]>;

function templateRunner(context: IExecuteFunctions, { run }: TemplateOperation): Runner {
	return async (itemIndex) => await run(context, await graphTransport(context, itemIndex), itemIndex);
}

async function messageRunner(context: IExecuteFunctions, { run }: MessageOperation): Promise<Runner> {
	const store = await storeFor(context);
	return async (itemIndex) => {
		const key = itemKey(context, itemIndex);
		const before = isTool(context) ? undefined : await store.sentItem(key);
		if (before) return [firstResult(context, before, itemIndex)];
		const recipient = readRecipient(context, itemIndex);
		const options = readOptions(context, itemIndex);
		const transport = await graphTransport(context, itemIndex);
		return [await run({ context, store, transport, itemIndex, recipient, options, itemKey: key })];
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
