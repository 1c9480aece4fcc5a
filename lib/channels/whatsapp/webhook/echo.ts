import type { Sink } from '../../../meta/webhook/sink.ts';
import { asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { correctionOf, isCorrection } from './correction.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { messageOf } from './message.ts';

/**
 * Reads one of `message_echoes[]`: what a person typed in the WhatsApp Business app or a linked device (coexistence).
 * It neither opens nor extends the window. Source: Meta, "Coexistence: smb_message_echoes"; read 2026-11-22.
 */
export function parseEcho(echo: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const id = asText(echo.id);
	const at = asTime(echo.timestamp);
	const contact = contactFor(
		{ userId: echo.to_user_id ?? echo.recipient_user_id, phone: echo.to },
		context.contacts,
	);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(echo.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'neither to_user_id nor to is there');
	const type = asText(echo.type) ?? 'unsupported';
	const about = { id, channel: 'whatsapp' as const, account, contact, at, opensWindow: false };
	if (isCorrection(type)) {
		const correction = correctionOf(echo, type);
		if (!correction) return sink.ignore(path, `${type}.original_message_id is missing`);
		sink.event({ ...about, kind: 'other', correction, echo: { by: 'person' }, raw: echo });
		return;
	}
	sink.event({
		...{ ...about, kind: 'echo' as const },
		message: messageOf(echo, id, type),
		echo: { by: 'person' },
		raw: echo,
	});
}
