import type { EventKind } from '../../../messaging/messaging-event.ts';
import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { contactFor } from './contact.ts';
import { contentOf, typeOf } from './content.ts';
import { isOwnNumber, NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { correctionOf, isCorrection } from './correction.ts';
import { parseEcho } from './echo.ts';
import { parseSystem } from './identity.ts';
import { isSaid, isUnknown, messageOpensWindow } from './opens-window.ts';

/** Reads one of `messages[]`. Source of the shapes: Meta, webhook reference "messages"; read 2026-11-22. */
export function parseMessage(message: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const type = typeOf(message);
	// A group has a window and members of its own; taking its messages for a person's would write to that person.
	if (asText(message.group_id))
		return sink.ignore(path, 'a message in a group; only conversations of two count');
	if (type === 'system') return parseSystem(message, path, context, sink);
	// Seen in public code: what the business typed in its app comes among the messages, from its own number.
	if (isOwnNumber(context, message.from)) return parseEcho(message, path, context, sink);
	const id = asText(message.id);
	const at = asTime(message.timestamp);
	const contact = contactFor({ userId: message.from_user_id, phone: message.from }, context.contacts);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(message.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'neither from_user_id nor from is there');

	const about = { id, channel: 'whatsapp' as const, account, contact, at, raw: message };
	if (isCorrection(type)) {
		const correction = correctionOf(message, type);
		if (!correction) return sink.ignore(path, `${type}.original_message_id is missing`);
		sink.event({ ...about, kind: 'other', opensWindow: false, correction });
		return;
	}
	const kind = isPermission(message, type) ? 'other' : kindOf(type, context);
	sink.event({
		...{ ...about, kind },
		opensWindow: kind !== 'other' && messageOpensWindow(type),
		...(isUnknown(type) ? { unknownType: true as const } : {}),
		message: contentOf(message, id, type),
	});
}

function kindOf(type: string, { isStandby }: WhatsAppContext): EventKind {
	if (type !== 'reaction' && !isSaid(type)) return 'other';
	if (isStandby) return 'standby';
	return type === 'reaction' ? 'reaction' : 'message';
}

/**
 * A customer who lets the business call, or does not, answered WhatsApp's own question and said nothing.
 * Source: Meta, "Calling: obtain user call permissions"; read 2026-11-22.
 */
function isPermission(message: Json, type: string): boolean {
	const interactive = type === 'interactive' ? asObject(message.interactive) : undefined;
	return interactive !== undefined && 'call_permission_reply' in interactive;
}
