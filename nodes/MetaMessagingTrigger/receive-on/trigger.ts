import {
	NodeOperationError,
	type IHookFunctions,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { requireSetup } from '../../shared/setup/require-setup.ts';
import { requireUsableStore, storeFor } from '../../shared/store-for.ts';
import { toNodeError } from '../../shared/errors.ts';
import { listenerId, startListener } from './listener.ts';
import { openOwnPort } from './own-port.ts';
import { DEFAULT_PLACES, receivesElsewhere } from './properties.ts';
import { takeLeftBehind } from './left-behind.ts';
import { StartWatch } from './start-watch.ts';

/**
 * What a published workflow does besides n8n's webhook: takes its events from the store, and with Own Port feeds it too. n8n
 * calls it where triggers run: in its main process, with several of them on the leader.
 */
export async function receiveOn(context: ITriggerFunctions): Promise<ITriggerResponse> {
	if (context.getMode() === 'manual') return {};
	requireSetup(context);
	const way = context.getNodeParameter('receiveOn', 'webhook') as string;
	const options = {
		context,
		store: async () => await storeFor(context),
		listener: startListener(context),
		places: context.getNodeParameter('settings.maxExecutions', DEFAULT_PLACES) as number,
	};
	if (!receivesElsewhere(way)) return takeLeftBehind(options);
	const watch = new StartWatch(options);
	try {
		requireUsableStore(context);
		const port = way === 'ownPort' ? await openOwnPort(context) : undefined;
		watch.look();
		return {
			async closeFunction() {
				await port?.leave();
				await watch.close();
			},
		};
	} catch (error) {
		const { message, description } = toNodeError(context.getNode(), error);
		// Of a failed publication n8n 2.39.10 shows the message only, so what to do stands in it too.
		throw new NodeOperationError(context.getNode(), `${message}. ${description ?? ''}`.trim());
	}
}

/** The workflow is taken back: events are kept for it for some minutes more. */
export async function stopReceiving(context: IHookFunctions): Promise<void> {
	const way = context.getNodeParameter('receiveOn', 'webhook') as string;
	if (!receivesElsewhere(way) || context.getMode() === 'manual' || context.getActivationMode() === 'manual')
		return;
	try {
		const store = await storeFor(context);
		await store.leaveStarts(listenerId(context), await store.now());
	} catch (error) {
		context.logger.warn(
			`That this workflow takes no more events could not be noted; they are kept for it for a week: ${(error as Error).message}`,
		);
	}
}
