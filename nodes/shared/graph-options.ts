import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import {
	withoutSecrets,
	type GraphRequest,
	type GraphResponse,
	type GraphTransport,
} from '../../lib/index.ts';

/** Long enough for Meta's slowest answers; after it the outcome of a message is unknown. */
const TIMEOUT_MS = 30_000;

export interface GraphAddress {
	graphBaseUrl: string;
	graphVersion: string;
}

/** A request to the Graph API as n8n's helper wants it. */
export function graphOptions(
	{ graphBaseUrl, graphVersion }: GraphAddress,
	{ method, path, body, raw, query }: GraphRequest,
): IHttpRequestOptions {
	return {
		method,
		url: `${graphBaseUrl.replace(/\/+$/, '')}/${graphVersion}/${path}`,
		...(body ? { body } : {}),
		...(raw ? { body: Buffer.from(raw.bytes), headers: { 'content-type': raw.contentType } } : {}),
		...(query ? { qs: query } : {}),
		json: true,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		// A refusal is an answer like any other here; only a missing answer is thrown.
		ignoreHttpStatusErrors: true,
		// n8n's helper takes the token along to wherever a redirect leads; the Graph API has none.
		disableFollowRedirect: true,
	};
}

/**
 * The answer of n8n's helper. Meta repeats a token in some of its errors ("Malformed access token …"); those words go into
 * execution data, log and store, so the secrets of the request are blanked first.
 */
export function graphResponse(answer: unknown, secrets: readonly (string | undefined)[]): GraphResponse {
	const { statusCode, body } = answer as { statusCode: number; body: unknown };
	return { status: statusCode, body: withoutSecrets(body, secrets) };
}

/** Requests with the token of the credential. */
export function signedTransport(
	context: IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions,
	credential: GraphAddress & { accessToken?: string },
): GraphTransport {
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
