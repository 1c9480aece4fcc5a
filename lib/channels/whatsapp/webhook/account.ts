import { createHash } from 'node:crypto';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asJson, asTime, type Json } from '../../../meta/webhook/read.ts';
import type { WhatsAppContext } from './context.ts';

/** Reads news about the account itself: restrictions, quality, capabilities, alerts. */
export function parseAccountChange(value: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const account = context.businessAccount;
	const at = asTime(context.entryTime);
	if (!account) return sink.ignore(path, 'the account (entry.id) is missing');
	if (!at) return sink.ignore(path, 'entry.time is missing');
	// These notices carry no ID of their own, so the content is the identity.
	const content = asJson(value);
	if (content === undefined) return sink.ignore(path, 'it holds more values than news of an account can');
	const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
	sink.event({
		kind: 'account',
		id: `${context.field}:${account}:${at}:${digest}`,
		...{ channel: 'whatsapp' as const, account, contact: { id: account }, at, opensWindow: false },
		raw: { field: context.field, ...value },
	});
}
