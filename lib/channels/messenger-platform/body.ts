import { RefusedError } from '../../messaging/refused-error.ts';
import type { Recipient, MediaContent, Outgoing } from '../../meta/send/outgoing.ts';

/**
 * Messenger and Instagram. RESPONSE is for messages inside the window; message tags are never used: three of them are gone
 * (2026-04-27), and HUMAN_AGENT is for what a person writes.
 * @throws Error for a template: only WhatsApp has them.
 */
export function messengerPlatformBody({ channel, contact }: Recipient, content: Outgoing): object {
	return {
		recipient: { id: contact.id },
		messaging_type: 'RESPONSE',
		message: messageOf(channel, content),
	};
}

function messageOf(channel: string, content: Outgoing): object {
	switch (content.kind) {
		case 'template':
			throw new RefusedError(
				`Templates go to WhatsApp only, not to ${channel}`,
				'Send a text, media or buttons while the messaging window is open',
			);
		case 'text':
			return { text: content.text };
		case 'media':
			return { attachment: { type: attachmentType(content), payload: { url: content.link } } };
		case 'buttons':
			return {
				text: content.text,
				quick_replies: content.buttons.map(({ title, id }) => ({ content_type: 'text', title, payload: id })),
			};
	}
}

function attachmentType({ type }: MediaContent): string {
	return type === 'document' ? 'file' : type;
}
