import type { IExecuteFunctions, IHttpRequestMethods, ILoadOptionsFunctions } from 'n8n-workflow';
import type { GraphTransport } from '../../lib/index.ts';

/** Long enough for Meta's slowest answers; after it the outcome of a message is unknown. */
const TIMEOUT_MS = 30_000;

interface MetaCredential {
	graphBaseUrl: string;
	graphVersion: string;
}

/** Requests to the Graph API, signed with the credential of the node. */
export async function graphTransport(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	itemIndex = 0,
): Promise<GraphTransport> {
	const { graphBaseUrl, graphVersion } = await (context as IExecuteFunctions).getCredentials<MetaCredential>(
		'metaMessagingApi',
		itemIndex,
	);
	const base = `${graphBaseUrl.replace(/\/+$/, '')}/${graphVersion}`;
	return async ({ method, path, body, raw, query }) => {
		const response = (await context.helpers.httpRequestWithAuthentication.call(context, 'metaMessagingApi', {
			method: method as IHttpRequestMethods,
			url: `${base}/${path}`,
			...(body ? { body } : {}),
			...(raw ? { body: Buffer.from(raw.bytes), headers: { 'content-type': raw.contentType } } : {}),
			...(query ? { qs: query } : {}),
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			// A refusal is an answer like any other here; only a missing answer is thrown.
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: unknown };
		return { status: response.statusCode, body: response.body };
	};
}
