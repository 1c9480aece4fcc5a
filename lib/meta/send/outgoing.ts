import type { Content } from '../../follow-up/types.ts';
import type { Conversation } from '../../messaging/conversation.ts';

export const MEDIA_TYPES = ['image', 'video', 'audio', 'document'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A file, by its public address or by the ID that an upload gave. */
export interface MediaContent {
	kind: 'media';
	type: MediaType;
	link?: string;
	/** WhatsApp only: what `uploadMedia` gave; valid for 30 days. */
	id?: string;
	/** WhatsApp only, and not with audio. */
	caption?: string;
	/** What the customer sees as the name of a document; WhatsApp only. */
	filename?: string;
}

/** A text with answers to tap: reply buttons on WhatsApp, quick replies on Messenger and Instagram. */
export interface ButtonsContent {
	kind: 'buttons';
	text: string;
	buttons: { title: string; id: string }[];
	/** WhatsApp only. */
	header?: string;
	/** WhatsApp only. */
	footer?: string;
}

/** Everything that can be sent to a customer. */
export type Outgoing = Content | MediaContent | ButtonsContent;

/** What the conversation keeps of a message: its type, and the text a person would read. */
export function transcriptOf(content: Outgoing): { type: string; text?: string } {
	switch (content.kind) {
		case 'template':
			return { type: 'template', text: content.template.name };
		case 'media':
			return { type: content.type, ...(content.caption ? { text: content.caption } : {}) };
		case 'buttons':
			return { type: 'buttons', text: content.text };
		case 'text':
			return { type: 'text', text: content.text };
	}
}
export type Recipient = Pick<Conversation, 'channel' | 'contact'>;
