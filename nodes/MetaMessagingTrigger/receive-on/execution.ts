import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { EventItem } from '../../../lib/index.ts';
import { storeFor } from '../../shared/store-for.ts';
import { listenerId } from './listener.ts';
import { receivesElsewhere } from './properties.ts';
import { noteBegun, takesFromStore } from './start-watch.ts';

/**
 * The first step of an execution: passes on what the webhook or the store brought, and notes that it has begun. In queue mode
 * that is a worker.
 */
export async function passOn(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const way = context.getNodeParameter('receiveOn', 0, 'webhook') as string;
	const isFromStore = receivesElsewhere(way) || takesFromStore(listenerId(context));
	if (isFromStore && context.getMode() !== 'manual') await note(context, items);
	return [items];
}

/** What cannot be noted is handed out again, and n8n knows by its key that it has begun. */
async function note(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<void> {
	const events = items.map(({ json }) => (json as unknown as EventItem).event);
	const listener = listenerId(context);
	try {
		await (await storeFor(context)).executionBegan(listener, events);
	} catch (error) {
		context.logger.warn(
			`That an execution has begun could not be noted; n8n is asked once more and knows it: ${(error as Error).message}`,
		);
	}
	noteBegun(listener, events);
}
