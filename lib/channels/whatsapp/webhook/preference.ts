import type { Sink } from '../../../meta/webhook/sink.ts';
import { asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';

/** `signup`: the customer asked for marketing messages of their own accord. */
const VALUES = new Map<string, 'stop' | 'resume'>([
	['stop', 'stop'],
	['resume', 'resume'],
	['signup', 'resume'],
]);

/** Reads a customer's choice to stop or resume marketing messages. Source: Meta, field `user_preferences`; read 2026-11-22. */
export function parsePreference(preference: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const at = asTime(preference.timestamp);
	const value = VALUES.get(asText(preference.value)?.toLowerCase() ?? '');
	const category = asText(preference.category) ?? 'marketing_messages';
	const contact = contactFor({ userId: preference.user_id, phone: preference.wa_id }, context.contacts);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!at) return sink.ignore(path, `timestamp ${shown(preference.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	if (!value) return sink.ignore(path, `unknown value ${shown(preference.value)}`);
	sink.event({
		kind: 'preference',
		id: `preference:${account}:${contact.id}:${category}:${value}:${at}`,
		...{ channel: 'whatsapp' as const, account, contact, at, opensWindow: false },
		preference: { category, value },
		raw: preference,
	});
}
