import type { EventHandover } from '../../../messaging/messaging-event.ts';
import { asArray, asJson, asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';

const ACTIONS: Record<string, EventHandover['action']> = {
	control_passed: 'pass',
	control_taken: 'take',
	control_requested: 'request',
};

/**
 * Reads that another app, such as Meta Business Agent, got or gave a thread. There may be no `metadata`; then the number of
 * the business stands in `recipient` and that of the customer in `sender`. Whether the new owner is this business's own app
 * is not known here. Sources: Meta, webhook reference "messaging_handovers"; partners' names for the roles and the forms of
 * `conversation_context` from public code; read 2026-11-30.
 */
export function parseHandover(value: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const type = asText(value.type) ?? Object.keys(ACTIONS).find((name) => asObject(value[name])) ?? '';
	const action = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined;
	const account = context.account ?? asText(asObject(value.recipient)?.phone_number_id);
	const at = asTime(value.timestamp) ?? asTime(context.entryTime);
	const contact = contactFor(senderOf(asObject(value.sender) ?? {}), context.contacts);
	if (!action) return sink.ignore(path, `unknown type ${shown(value.type)}`);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!at) return sink.ignore(path, `timestamp ${shown(value.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	const handover = handoverOf(value, asObject(value[type]) ?? {}, action);
	const who = handover.newOwner ?? handover.newRole ?? '';
	sink.event({
		...{ kind: 'handover', id: `handover:${contact.id}:${action}:${who}:${at}` },
		...{ channel: 'whatsapp', account, contact, at, opensWindow: false, handover, raw: value },
	});
}

function senderOf({ user_id, wa_id, phone_number }: Json): { userId: unknown; phone: unknown } {
	const written = asText(phone_number);
	return { userId: user_id, phone: wa_id ?? written?.replace(/[\s().-]/g, '') };
}

function handoverOf(value: Json, change: Json, action: EventHandover['action']): EventHandover {
	const [before, after] = [asObject(change.previous_owner), asObject(change.new_owner)];
	const told = {
		newOwner: asText(change.new_owner_app_id) ?? asText(after?.app_id),
		previousOwner: asText(change.previous_owner_app_id) ?? asText(before?.app_id),
		newRole: asText(change.new_owner_role) ?? asText(change.new_owner_app_role) ?? asText(after?.app_role),
		previousRole:
			asText(change.previous_owner_role) ??
			asText(change.previous_owner_app_role) ??
			asText(before?.app_role),
		note: noteOf(change.metadata ?? (typeof value.metadata === 'string' ? value.metadata : undefined)),
		context: contextOf(asObject(change.conversation_context) ?? asObject(value.conversation_context)),
	};
	const known = Object.entries(told).filter(([, text]) => text !== undefined);
	return { action, ...(Object.fromEntries(known) as Omit<EventHandover, 'action'>) };
}

function noteOf(metadata: unknown): string | undefined {
	return asText(metadata) ?? (asObject(metadata) ? asJson(metadata) : undefined);
}

/** A summary of the conversation, or what was said in it, a line for each message. */
function contextOf(context: Json | undefined): string | undefined {
	const summary = context?.summary;
	const text = asText(summary) ?? asText(asObject(summary)?.text) ?? asText(asObject(summary)?.body);
	if (text !== undefined) return text;
	const history = context?.history;
	const items = Array.isArray(history) ? history : asArray(asObject(history)?.items);
	const lines = items.flatMap((item) => lineOf(asObject(item)) ?? []);
	return lines.length > 0 ? lines.join('\n') : undefined;
}

function lineOf(item: Json | undefined): string | undefined {
	const said = asText(asObject(item?.text)?.body) ?? asText(item?.text) ?? asText(item?.body);
	if (!item || said === undefined) return undefined;
	const who = asText(item.sender_type) ?? asText(item.role) ?? asText(item.from);
	return who === undefined ? said : `${who}: ${said}`;
}
