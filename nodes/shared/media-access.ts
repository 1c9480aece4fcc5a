import type { Readable } from 'node:stream';
import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { readLimited, type Download, type MediaAccess } from '../../lib/index.ts';
import { signedTransport, type GraphAddress } from './graph-options.ts';

/** What files of customers are fetched with: n8n's own requests, and the credential of the node where one is chosen. */
export async function mediaAccess(context: IExecuteFunctions, itemIndex = 0): Promise<MediaAccess> {
	const isChosen = context.getNode().credentials?.metaMessagingApi !== undefined;
	const credential = isChosen
		? await context.getCredentials<GraphAddress & { accessToken?: string }>('metaMessagingApi', itemIndex)
		: undefined;
	return {
		...(credential ? { graph: signedTransport(context, credential) } : {}),
		graphBaseUrl: credential?.graphBaseUrl ?? '',
		download: downloadWith(context),
	};
}

/** The body comes piece by piece, so that one that is too large is left where it is. */
function downloadWith(context: IExecuteFunctions): Download {
	return async ({ url, signed, maxBytes, timeoutMs }) => {
		const options: IHttpRequestOptions = {
			...{ method: 'GET', url, encoding: 'stream', timeout: timeoutMs },
			...{ returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true },
		};
		const { helpers } = context;
		const answer: unknown = signed
			? await helpers.httpRequestWithAuthentication.call(context, 'metaMessagingApi', options)
			: await helpers.httpRequest(options);
		const { statusCode, headers, body } = answer as IN8nHttpFullResponse & { body: Readable };
		const type = headers['content-type'];
		const mimeType = typeof type === 'string' ? { mimeType: type } : {};
		return { status: statusCode, ...mimeType, ...(await readLimited(body, { maxBytes, timeoutMs })) };
	};
}
