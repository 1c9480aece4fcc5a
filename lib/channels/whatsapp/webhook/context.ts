import type { Contacts } from './contact.ts';

/** What the pieces of one change share. */
export interface WhatsAppContext {
	field: string;
	/** WhatsApp Business account ID (since 2026-09-23 also: Messaging account ID). */
	businessAccount?: string;
	/** Phone number ID: the account by which conversations are told apart. */
	account?: string;
	/** The business's phone number, digits only. */
	ownNumber?: string;
	entryTime: unknown;
	contacts: Contacts;
	/** Another app owns the thread, and this one only listens. */
	isStandby: boolean;
}

export const NO_ACCOUNT = 'metadata.phone_number_id is missing';
