import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { GraphTransport } from '../../lib/index.ts';
import { graphOptions, graphResponse, type GraphAddress } from './graph-options.ts';

/** Requests to the Graph API, signed with the credential of the node. */
export async function graphTransport(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	itemIndex = 0,
): Promise<GraphTransport> {
	const credential = await (context as IExecuteFunctions).getCredentials<
		GraphAddress & { accessToken?: string }
	>('metaMessagingApi', itemIndex);
	return async (request) => {
		const options = graphOptions(credential, request);
		const answer = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'metaMessagingApi',
			options,
		);
		return graphResponse(answer, [credential.accessToken]);
	};
}
