import { asArray, asObject, asText, shown, type Json } from '../../../meta/webhook/read.ts';
import { each } from '../../../meta/webhook/sink.ts';
import { type Sink } from '../../../meta/webhook/sink.ts';
import { parseAccountChange } from './account.ts';
import { parseCall } from './call.ts';
import { contactsOf } from './contact.ts';
import { parseEcho } from './echo.ts';
import { parseHistory } from './history.ts';
import { parseMessage } from './message.ts';
import { parsePreference } from './preference.ts';
import { parseStatus } from './status.ts';
import { parseTemplateChange } from './template.ts';
import type { WhatsAppContext } from './context.ts';

type FieldParser = (value: Json, path: string, context: WhatsAppContext, sink: Sink) => void;

/** What each subscribed field carries. Source: Meta, "WhatsApp Business Platform webhooks"; read 2026-11-22. */
const FIELDS: Record<string, FieldParser> = {
	messages: (value, path, context, sink) => {
		each(value.messages, `${path}.messages`, sink, (one, at) => parseMessage(one, at, context, sink));
		each(value.statuses, `${path}.statuses`, sink, (one, at) => parseStatus(one, at, context, sink));
		for (const [index] of asArray(value.errors).entries()) {
			sink.ignore(`${path}.errors[${index}]`, 'an error of the account, not of a message');
		}
	},
	calls: (value, path, context, sink) => {
		each(value.calls, `${path}.calls`, sink, (one, at) => parseCall(one, at, context, sink));
		each(value.statuses, `${path}.statuses`, sink, (one, at) => parseCall(one, at, context, sink));
	},
	smb_message_echoes: (value, path, context, sink) =>
		each(value.message_echoes, `${path}.message_echoes`, sink, (one, at) =>
			parseEcho(one, at, context, sink),
		),
	history: parseHistory,
	smb_app_state_sync: (_value, path, _context, sink) =>
		sink.ignore(path, 'the address book of the WhatsApp Business app; it is not needed here'),
	user_preferences: (value, path, context, sink) =>
		each(value.user_preferences, `${path}.user_preferences`, sink, (one, at) =>
			parsePreference(one, at, context, sink),
		),
	message_template_status_update: parseTemplateChange,
	message_template_quality_update: parseTemplateChange,
	message_template_components_update: parseTemplateChange,
	template_category_update: parseTemplateChange,
	account_update: parseAccountChange,
	account_alerts: parseAccountChange,
	account_review_update: parseAccountChange,
	phone_number_quality_update: parseAccountChange,
	phone_number_name_update: parseAccountChange,
	business_capability_update: parseAccountChange,
};

/** Reads one entry of a `whatsapp_business_account` delivery. */
export function parseWhatsAppEntry(entry: Json, path: string, sink: Sink): void {
	if (!Array.isArray(entry.changes)) sink.ignore(`${path}.changes`, 'is not a list');
	each(entry.changes, `${path}.changes`, sink, (change, at) => {
		const field = asText(change.field) ?? '';
		const parser = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
		if (!parser) {
			sink.ignore(at, `unknown field ${shown(change.field)}`);
			return;
		}
		const value = asObject(change.value);
		if (!value) {
			sink.ignore(`${at}.value`, 'is not an object');
			return;
		}
		parser(value, `${at}.value`, contextOf(entry, field, value), sink);
	});
}

function contextOf(entry: Json, field: string, value: Json): WhatsAppContext {
	return {
		field,
		businessAccount: asText(entry.id),
		account: asText(asObject(value.metadata)?.phone_number_id),
		ownNumber: asText(asObject(value.metadata)?.display_phone_number)?.replace(/\D/g, ''),
		entryTime: entry.time,
		contacts: contactsOf(value.contacts),
	};
}
