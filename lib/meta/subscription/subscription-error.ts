import { AdvisedError } from '../../messaging/advised-error.ts';
import { rowOfAnyPlatform } from '../../messaging/errors/effect.ts';
import type { ErrorClass } from '../../messaging/errors/table.ts';
import type { GraphResponse } from '../send/graph-request.ts';
import { asNumber, asObject, asText, type Json } from '../webhook/read.ts';

/** A subscription that cannot be made: what is in the way, and how to go on. */
export class SubscriptionError extends AdvisedError {
	override readonly name = 'SubscriptionError';
}

/** Known to subscriptions only. */
const CALLBACK_NOT_VERIFIED = 2200;

const REACHABLE =
	'Meta has to reach the address from the internet, by https and with a certificate that it trusts. Set N8N_WEBHOOK_URL of n8n (WEBHOOK_URL in older versions) to its public address, or choose "Set Up Manually"';

const ADVICE: Partial<Record<ErrorClass, string>> = {
	configuration:
		'Check Access Token, App ID and App Secret in the Meta Messaging API credential; of several secrets the first has to be that of the Meta app',
	message: 'Check App ID and the account IDs: the app and the token must have access to them',
};

function adviceOn(code: number | undefined): string {
	if (code === CALLBACK_NOT_VERIFIED) return REACHABLE;
	const row = code === undefined ? undefined : rowOfAnyPlatform(code);
	const own = row && ADVICE[row.class];
	if (!own) return 'Mend the cause and publish the workflow again, or choose "Set Up Manually"';
	return row.class === 'configuration' ? `${row.advice}. ${own}` : own;
}

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
		adviceOn(code),
	);
}
