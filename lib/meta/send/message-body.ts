import type { Content, TemplateContent } from '../../follow-up/types';
import type { Conversation } from '../../messaging/conversation';

type Recipient = Pick<Conversation, 'channel' | 'contact'>;

/**
 * The body of `POST /{account}/messages`. `callbackData` comes back with WhatsApp's statuses and is how a message is
 * recognised whose answer got lost.
 * @throws Error when a template is to go to a platform without templates.
 */
export function messageBody(to: Recipient, content: Content, callbackData?: string): object {
	if (to.channel === 'whatsapp') return whatsAppBody(to, content, callbackData);
	if (content.kind === 'template') throw new Error(`Templates go to WhatsApp only, not to ${to.channel}`);
	return {
		recipient: { id: to.contact.id },
		// RESPONSE is for messages inside the window; message tags are never used.
		messaging_type: 'RESPONSE',
		message: { text: content.text },
	};
}

function whatsAppBody(to: Recipient, content: Content, callbackData?: string): object {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		...whatsAppRecipient(to),
		...(content.kind === 'text'
			? { type: 'text', text: { body: content.text } }
			: { type: 'template', template: templateBody(content.template) }),
		...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
	};
}

/**
 * By phone always with `+`: without it Meta puts the business's own country code in front and may reach a stranger.
 * Without a phone by business-scoped user ID. Never both: `to` would win.
 */
function whatsAppRecipient({ contact }: Recipient): object {
	const phone = contact.phone ?? (/^\d+$/.test(contact.id) ? contact.id : undefined);
	return phone === undefined
		? { recipient: contact.id }
		: { to: phone.startsWith('+') ? phone : `+${phone}` };
}

function templateBody({ name, language, parameters }: TemplateContent): object {
	const components = parameters.length > 0 ? [{ type: 'body', parameters: parameters.map(parameter) }] : [];
	return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}

function parameter({ name, text }: TemplateContent['parameters'][number]): object {
	return { type: 'text', ...(name ? { parameter_name: name } : {}), text };
}
