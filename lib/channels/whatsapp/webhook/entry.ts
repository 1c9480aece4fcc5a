import { asArray, asObject, asText, shown, type Json } from '../../../meta/webhook/read.ts';
import { each, type Sink } from '../../../meta/webhook/sink.ts';
import { parseAccountChange } from './account.ts';
import { parseCall } from './call.ts';
import { contactsOf } from './contact.ts';
import { parseEcho } from './echo.ts';
import { parseHandover } from './handover.ts';
import { parseHistoryChunk, parseHistoryEcho, parseHistoryMessage } from './history.ts';
import { parseUserIdUpdate } from './identity.ts';
import { parseMessage } from './message.ts';
import { parsePreference } from './preference.ts';
import { parseStatus } from './status.ts';
import { parseTemplateChange } from './template.ts';
import type { WhatsAppContext } from './context.ts';

type Parser = (piece: Json, path: string, context: WhatsAppContext, sink: Sink) => void;

const MESSAGES = { messages: parseMessage, message_echoes: parseEcho, statuses: parseStatus };

/**
 * What each field carries in lists, by their names.
 * Source: Meta, "WhatsApp Business Platform webhooks"; read 2026-11-22, those of `standby` 2026-11-30.
 */
const LISTS: Record<string, Record<string, Parser>> = {
	messages: MESSAGES,
	standby: MESSAGES,
	smb_message_echoes: MESSAGES,
	message_echoes: MESSAGES,
	calls: { calls: parseCall, statuses: parseCall },
	history: { history: parseHistoryChunk, messages: parseHistoryMessage, message_echoes: parseHistoryEcho },
	user_preferences: { user_preferences: parsePreference },
	user_id_update: { user_id_update: parseUserIdUpdate },
};

/** Fields that are one piece of news as a whole. */
const WHOLE: Record<string, Parser> = {
	messaging_handovers: parseHandover,
	smb_app_state_sync: (_value, path, _context, sink) =>
		sink.ignore(path, 'the address book of the WhatsApp Business app; it is not needed here'),
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
		const value = asObject(change.value);
		if (!Object.hasOwn(LISTS, field) && !Object.hasOwn(WHOLE, field))
			return sink.ignore(at, `unknown field ${shown(change.field)}`);
		if (!value) return sink.ignore(`${at}.value`, 'is not an object');
		const parseWhole = WHOLE[field];
		if (parseWhole) return parseWhole(value, `${at}.value`, contextOf(entry, field, value, value), sink);
		// Of a thread that another app owns what is told may stand one level deeper.
		const nested = field === 'standby' ? asObject(value.standby) : undefined;
		const context = contextOf(entry, field, value, nested ?? value);
		parseLists(nested ?? value, nested ? `${at}.value.standby` : `${at}.value`, context, sink);
	});
}

/** Reads the lists of a field. What nobody looks into is told, so that nothing gets lost unseen. */
function parseLists(value: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const parsers = LISTS[context.field] ?? {};
	for (const [name, parse] of Object.entries(parsers))
		each(value[name], `${path}.${name}`, sink, (one, at) => parse(one, at, context, sink));
	for (const name of Object.keys(value)) {
		if (!Array.isArray(value[name]) || name === 'contacts' || Object.hasOwn(parsers, name)) continue;
		for (const [index] of asArray(value[name]).entries())
			sink.ignore(`${path}.${name}[${index}]`, name === 'errors' ? ACCOUNT_ERROR : 'is not known here');
	}
}

const ACCOUNT_ERROR = 'an error of the account, not of a message';

function contextOf(entry: Json, field: string, value: Json, content: Json): WhatsAppContext {
	return {
		field,
		businessAccount: asText(entry.id),
		account: asText(asObject(value.metadata)?.phone_number_id),
		ownNumber: asText(asObject(value.metadata)?.display_phone_number)?.replace(/\D/g, ''),
		entryTime: entry.time,
		contacts: contactsOf(content.contacts ?? value.contacts),
		isStandby: field === 'standby',
	};
}
