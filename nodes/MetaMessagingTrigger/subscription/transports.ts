import type { IHookFunctions } from 'n8n-workflow';
import type { GraphTransport } from '../../../lib/index.ts';
import { graphOptions, graphResponse } from '../../shared/graph-options.ts';

export interface MetaCredential {
	accessToken?: string;
	appId?: string;
	appSecrets?: string;
	verifyToken?: string;
	graphBaseUrl: string;
	graphVersion: string;
}

/** Requests with the app's own token: only the app itself may change its subscriptions. */
export function appTransport(
	context: IHookFunctions,
	credential: MetaCredential,
	appSecret: string,
): GraphTransport {
	// Apps live at Facebook, also those whose accounts are connected through Instagram Login.
	const graphBaseUrl = credential.graphBaseUrl.replace('//graph.instagram.com', '//graph.facebook.com');
	return async (request) => {
		const answer = await context.helpers.httpRequest({
			...graphOptions({ ...credential, graphBaseUrl }, request),
			headers: { authorization: `Bearer ${credential.appId}|${appSecret}` },
		});
		return graphResponse(answer, [appSecret, credential.accessToken, credential.verifyToken]);
	};
}
