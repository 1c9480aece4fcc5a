import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { contactFor } from './contact.ts';
import { contentOf, typeOf } from './content.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { correctionOf, isCorrection } from './correction.ts';

/**
 * Reads one of `message_echoes[]`: what a person typed in the WhatsApp Business app or a linked device (coexistence), what a
 * bot of Meta sent, or what the app said that owns the thread. It neither opens nor extends the window. An app's may come as
 * the body of its request, in `message`. Sources: Meta, "Coexistence: smb_message_echoes", read 2026-11-22; "standby",
 * read 2026-11-30.
 */
export function parseEcho(given: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const request = given.type === undefined ? asObject(given.message) : undefined;
	const echo = request
		? { ...given, ...request, id: given.id ?? request.id, timestamp: given.timestamp ?? request.timestamp }
		: given;
	const { account } = context;
	const id = asText(echo.id);
	const at = asTime(echo.timestamp);
	const contact = contactFor(recipientOf(echo), context.contacts);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(echo.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'neither to_user_id nor to is there');
	const type = typeOf(echo);
	const about = {
		...{ id, channel: 'whatsapp' as const, account, contact, at, opensWindow: false, raw: given },
		echo: authorOf(echo, context),
	};
	if (isCorrection(type)) {
		const correction = correctionOf(echo, type);
		if (!correction) return sink.ignore(path, `${type}.original_message_id is missing`);
		sink.event({ ...about, kind: 'other', correction });
		return;
	}
	sink.event({
		...about,
		kind: context.isStandby ? 'standby' : 'echo',
		message: contentOf(echo, id, type),
	});
}

/** An echo of the app names its receiver in `to`; the body of a request names a user ID in `recipient`. */
export function recipientOf(echo: Json): { userId: unknown; phone: unknown } {
	return {
		userId: echo.to_user_id ?? echo.recipient_user_id ?? asText(echo.recipient),
		phone: echo.to ?? echo.recipient_id,
	};
}

/** What a person did not type says how it came about: `created_by_1p_bot`, a message sent because of a post … */
const TYPED = /^(created_by_)?(user|human|person)/i;

/** A person typed it, unless it says otherwise. What the app says that owns the thread is an application's. */
function authorOf(
	echo: Json,
	{ isStandby }: WhatsAppContext,
): { by: 'person' | 'application'; appId?: string } {
	const creation = asText(echo.message_creation_type);
	const appId = asText(echo.app_id);
	const isTyped = !isStandby && appId === undefined && (creation === undefined || TYPED.test(creation));
	return { by: isTyped ? 'person' : 'application', ...(appId ? { appId } : {}) };
}
