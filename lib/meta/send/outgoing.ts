import { templateText } from '../../follow-up/template-text.ts';
import type { Content, TemplateContent } from '../../follow-up/types.ts';
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

/** An approved WhatsApp template. */
export interface TemplateToSend {
	kind: 'template';
	template: TemplateContent;
	/** Its body with the variables in place, if it is known: for the transcript. */
	text?: string;
}

/** Everything that can be sent to a customer. */
export type Outgoing = Extract<Content, { kind: 'text' }> | TemplateToSend | MediaContent | ButtonsContent;

/** What the conversation keeps of a message: its type, and the text a person would read. */
export function transcriptOf(content: Outgoing): { type: string; text?: string } {
	switch (content.kind) {
		case 'template':
			return { type: 'template', text: templateText(content.template, content.text) };
		case 'media':
			return { type: content.type, ...(content.caption ? { text: content.caption } : {}) };
		case 'buttons':
			return { type: 'buttons', text: content.text };
		case 'text':
			return { type: 'text', text: content.text };
	}
}

/** Whom a message goes to. */
export type Recipient = Pick<Conversation, 'channel' | 'contact'>;

/** A file as n8n hands it over. */
export interface FileToUpload {
	bytes: Uint8Array;
	mimeType: string;
	fileName: string;
}

/** What the customer is to see as read. */
export interface ReadMark {
	conversation: Pick<Conversation, 'channel' | 'account' | 'contact'>;
	/** WhatsApp: the customer's message; the ones before it count as read too. */
	messageId?: string;
	/** Shows that somebody is writing, for up to 25 seconds. */
	typing?: boolean;
	/** The Page that an Instagram account is linked to. */
	linkedPage?: string;
}
