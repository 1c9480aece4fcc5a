import { NodeOperationError, type IDataObject, type IHookFunctions } from 'n8n-workflow';
import {
	AdvisedError,
	isSubscribed,
	subscribe,
	unsubscribe,
	type MadeSubscriptions,
} from '../../../lib/index.ts';
import { openOwnPort } from '../receive-on/own-port.ts';
import { stopReceiving } from '../receive-on/trigger.ts';
import { subscriptionTarget } from './target.ts';
import { wantedSubscriptions } from './wanted.ts';

/**
 * What n8n does when a workflow is published or taken back. Meta knows one callback URL per app and object, so a test
 * must never touch it: production's would be overwritten, and gone after the first event.
 */
export const subscriptionMethods = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		if (!isManaged(this)) return true;
		return await explained(
			this,
			async () => await isSubscribed(await subscriptionTarget(this), wantedSubscriptions(this)),
		);
	},

	async create(this: IHookFunctions): Promise<boolean> {
		if (!isManaged(this)) return true;
		const replace = this.getNodeParameter('replaceExisting', false) as boolean;
		const made = await explained(this, async () => {
			// Meta checks the address while it is being subscribed, and triggers may be started after this.
			const port = this.getNodeParameter('receiveOn', 'webhook') === 'ownPort' && (await openOwnPort(this));
			try {
				return await subscribe(await subscriptionTarget(this), wantedSubscriptions(this), { replace });
			} finally {
				if (port) await port.leave();
			}
		});
		const earlier = madeBefore(this.getWorkflowStaticData('node'));
		// What an earlier publication made is still ours, though it was there this time.
		this.getWorkflowStaticData('node').subscriptions = {
			objects: [...new Set([...earlier.objects, ...made.objects])],
			accounts: [...new Set([...earlier.accounts, ...made.accounts])],
		};
		return true;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		await stopReceiving(this);
		if (!isManaged(this)) return true;
		const data = this.getWorkflowStaticData('node');
		try {
			await unsubscribe(await subscriptionTarget(this), madeBefore(data));
			delete data.subscriptions;
		} catch (error) {
			// A workflow must always be possible to take back, also when the token has ended.
			this.logger.warn(`The subscription at Meta could not be removed: ${(error as Error).message}`);
		}
		return true;
	},
};

function isManaged(context: IHookFunctions): boolean {
	const isTest = context.getMode() === 'manual' || context.getActivationMode() === 'manual';
	return !isTest && context.getNodeParameter('subscription', 'manual') === 'managed';
}

function madeBefore(data: IDataObject): MadeSubscriptions {
	const made = data.subscriptions as Partial<MadeSubscriptions> | undefined;
	return { objects: made?.objects ?? [], accounts: made?.accounts ?? [] };
}

async function explained<T>(context: IHookFunctions, act: () => Promise<T>): Promise<T> {
	try {
		return await act();
	} catch (error) {
		throw explanation(context, error);
	}
}

function explanation(context: IHookFunctions, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const description =
		error instanceof AdvisedError
			? error.advice
			: 'Meta could not be reached. Check the internet connection of n8n and the Graph Base URL in the Meta Messaging API credential';
	// While publishing, n8n shows the message only.
	const message = `${(error as Error).message}. ${description}`;
	return new NodeOperationError(context.getNode(), message, { description });
}
