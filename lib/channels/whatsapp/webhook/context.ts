import { writingsOf } from '../../../messaging/phone-writings.ts';
import { asText } from '../../../meta/webhook/read.ts';
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

/** Whether something came from the business's own number, in whatever writing of it. */
export function isOwnNumber({ ownNumber }: WhatsAppContext, from: unknown): boolean {
	const number = asText(from)?.replace(/\D/g, '');
	return ownNumber !== undefined && number !== undefined && writingsOf(ownNumber).includes(number);
}
