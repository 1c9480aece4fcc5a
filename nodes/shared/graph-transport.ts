import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { GraphTransport } from '../../lib/index.ts';
import { signedTransport, type GraphAddress } from './graph-options.ts';

/** Requests to the Graph API, signed with the credential of the node. */
export async function graphTransport(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	itemIndex = 0,
): Promise<GraphTransport> {
	const credential = await (context as IExecuteFunctions).getCredentials<GraphAddress>(
		'metaMessagingApi',
		itemIndex,
	);
	return signedTransport(context, credential);
}
