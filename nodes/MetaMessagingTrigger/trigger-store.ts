import type { IWebhookFunctions } from 'n8n-workflow';
import type { Store } from '../../lib/index.ts';
import { storeFor } from '../shared/store-for.ts';
import { keptCredential } from './kept-credential.ts';

/** The store of the trigger. */
export async function triggerStore(context: IWebhookFunctions): Promise<Store> {
	return await storeFor({
		getNode: () => context.getNode(),
		getCredentials: async (type) => await keptCredential(context, type),
	});
}
