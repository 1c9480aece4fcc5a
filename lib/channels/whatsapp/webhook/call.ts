import type { Sink } from '../../../meta/webhook/sink.ts';
import { asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';

/**
 * Reads a call or a call status. The window opens when the customer calls, answered or not, and when the customer accepts
 * a call of the business. Source: Meta, "WhatsApp Business Calling API"; read 2026-11-22.
 */
export function parseCall(call: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const id = asText(call.id);
	const at = asTime(call.timestamp);
	const byCustomer = call.direction === 'USER_INITIATED';
	const ids = byCustomer
		? { userId: call.from_user_id, phone: call.from }
		: { userId: call.to_user_id ?? call.recipient_user_id, phone: call.to ?? call.recipient_id };
	const contact = contactFor(ids, context.contacts);
	const step = asText(call.event) ?? asText(call.status);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(call.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	if (!step) return sink.ignore(path, 'neither event nor status is there');
	sink.event({
		...{ kind: 'call' as const, id: `${id}:${step}`, channel: 'whatsapp' as const, account, contact, at },
		opensWindow: byCustomer ? step === 'connect' : step === 'ACCEPTED',
		raw: call,
	});
}
