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
	credential:
		'Check Access Token, App ID and App Secret in the Meta Messaging API credential; of several secrets the first has to be that of the Meta app',
	message: 'Check App ID and the account IDs: the app and the token must have access to them',
};

function adviceOn(code: number | undefined): string {
	if (code === CALLBACK_NOT_VERIFIED) return REACHABLE;
	const row = code === undefined ? undefined : rowOfAnyPlatform(code);
	const own = row && ADVICE[row.class];
	if (!own) return 'Mend the cause and publish the workflow again, or choose "Set Up Manually"';
	return row.class === 'credential' ? `${row.advice}. ${own}` : own;
}

const NOT_META =
	'Something between n8n and Meta answers instead. Check the Graph Base URL in the Meta Messaging API credential and the proxy';

/** The entries of a list that was asked for. @throws SubscriptionError when Meta refuses or answers with no list. */
export function listed(response: GraphResponse, toDo: string): unknown[] {
	const { data } = answered(response, toDo);
	if (Array.isArray(data)) return data;
	throw notUnderstood(response, toDo, 'holds no list');
}

/** Whether Meta did it. @throws SubscriptionError when Meta refuses or does not say that it was done. */
export function done(response: GraphResponse, toDo: string): void {
	if (answered(response, toDo).success !== true)
		throw notUnderstood(response, toDo, 'does not say that it was done');
}

function notUnderstood({ status }: GraphResponse, toDo: string, why: string): SubscriptionError {
	return new SubscriptionError(`Meta was asked to ${toDo}; the answer (HTTP ${status}) ${why}`, NOT_META);
}

function answered({ status, body }: GraphResponse, toDo: string): Json {
	const answer = asObject(body);
	if (status < 300 && !answer?.error) return answer ?? {};
	const error = asObject(answer?.error);
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
