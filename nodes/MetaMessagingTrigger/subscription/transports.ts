import type { IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { GraphRequest, GraphResponse, GraphTransport } from '../../../lib/index.ts';

const TIMEOUT_MS = 30_000;

export interface MetaCredential {
	appId?: string;
	appSecrets?: string;
	verifyToken?: string;
	graphBaseUrl: string;
	graphVersion: string;
}

/** Requests with the token of the credential. */
export function accountTransport(context: IHookFunctions, credential: MetaCredential): GraphTransport {
	return async (request) => {
		const options = optionsFor(credential.graphBaseUrl, credential, request);
		return fromAnswer(
			await context.helpers.httpRequestWithAuthentication.call(context, 'metaMessagingApi', options),
		);
	};
}

/** Requests with the app's own token: only the app itself may change its subscriptions. */
export function appTransport(
	context: IHookFunctions,
	credential: MetaCredential,
	appSecret: string,
): GraphTransport {
	// Apps live at Facebook, also those whose accounts are connected through Instagram Login.
	const base = credential.graphBaseUrl.replace('//graph.instagram.com', '//graph.facebook.com');
	return async (request) =>
		fromAnswer(
			await context.helpers.httpRequest({
				...optionsFor(base, credential, request),
				headers: { authorization: `Bearer ${credential.appId}|${appSecret}` },
			}),
		);
}

function optionsFor(
	base: string,
	{ graphVersion }: MetaCredential,
	{ method, path, body, query }: GraphRequest,
): IHttpRequestOptions {
	return {
		method,
		url: `${base.replace(/\/+$/, '')}/${graphVersion}/${path}`,
		...(body ? { body } : {}),
		...(query ? { qs: query } : {}),
		json: true,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

function fromAnswer(answer: unknown): GraphResponse {
	const { statusCode, body } = answer as { statusCode: number; body: unknown };
	return { status: statusCode, body };
}
