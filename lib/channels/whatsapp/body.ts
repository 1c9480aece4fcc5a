import { WHATSAPP } from '../../messaging/channels/whatsapp.ts';
import { templateBody } from './template-body.ts';
import type { Recipient, ButtonsContent, MediaContent, Outgoing } from '../../meta/send/outgoing.ts';

export function whatsAppBody(to: Recipient, content: Outgoing, callbackData?: string): object {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		...whatsAppRecipient(to),
		...contentOf(content),
		...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
	};
}

/**
 * By phone always with `+`: without it Meta puts the business's own country code in front and may reach a stranger.
 * Without a phone by business-scoped user ID. Never both: `to` would win.
 */
function whatsAppRecipient({ contact }: Recipient): object {
	const { phoneOf } = WHATSAPP.identity;
	const phone = phoneOf(contact.phone ?? '') ?? phoneOf(contact.id);
	return phone === undefined ? { recipient: contact.id } : { to: `+${phone}` };
}

function contentOf(content: Outgoing): object {
	switch (content.kind) {
		case 'text':
			return { type: 'text', text: { body: content.text } };
		case 'template':
			return { type: 'template', template: templateBody(content.template) };
		case 'media':
			return { type: content.type, [content.type]: mediaOf(content) };
		case 'buttons':
			return { type: 'interactive', interactive: interactiveOf(content) };
	}
}

function mediaOf({ id, link, caption, filename, type }: MediaContent): object {
	return {
		...(id ? { id } : { link }),
		...(caption ? { caption } : {}),
		...(type === 'document' && filename ? { filename } : {}),
	};
}

function interactiveOf({ text, buttons, header, footer }: ButtonsContent): object {
	return {
		type: 'button',
		...(header ? { header: { type: 'text', text: header } } : {}),
		body: { text },
		...(footer ? { footer: { text: footer } } : {}),
		action: {
			buttons: buttons.map((reply) => ({ type: 'reply', reply: { id: reply.id, title: reply.title } })),
		},
	};
}
