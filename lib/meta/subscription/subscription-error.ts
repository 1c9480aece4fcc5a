import type { GraphResponse } from '../send/graph-request.ts';
import { asNumber, asObject, asText, type Json } from '../webhook/read.ts';

/** A subscription that cannot be made: what is in the way, and how to go on. */
export class SubscriptionError extends Error {
	override readonly name = 'SubscriptionError';

	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

const CALLBACK_NOT_VERIFIED = 2200;

const ADVICE: Record<number, string> = {
	[CALLBACK_NOT_VERIFIED]:
		'Meta has to reach the address from the internet, by https and with a certificate that it trusts. Set N8N_WEBHOOK_URL of n8n (WEBHOOK_URL in older versions) to its public address, or choose "Set Up Manually"',
	190: 'Check Access Token, App ID and App Secret in the Meta Messaging API credential; of several secrets the first has to be that of the Meta app',
	100: 'Check App ID and the account IDs: the app and the token must have access to them',
	10: 'The access token lacks a permission for this account',
	200: 'The access token lacks a permission for this account',
};

/** The body of an answer that went well. @throws SubscriptionError with Meta's own words otherwise. */
export function answered({ status, body }: GraphResponse, toDo: string): Json {
	if (status < 300) return asObject(body) ?? {};
	const error = asObject(asObject(body)?.error);
	const code = asNumber(error?.code);
	const details = [
		asText(error?.message),
		asText(error?.error_user_msg),
		asText(asObject(error?.error_data)?.details),
	];
	const words = details.filter((text) => text !== undefined).join('; ') || `HTTP ${status}`;
	throw new SubscriptionError(
		`Meta refused to ${toDo}: ${words}${code === undefined ? '' : ` (code ${code})`}`,
		ADVICE[code ?? -1] ?? 'Mend the cause and publish the workflow again, or choose "Set Up Manually"',
	);
}
