import type { MessagingEvent } from '../../messaging/messaging-event';
import type { ConversationBook } from './conversation-book';

/** The customer stopped or resumed marketing messages in WhatsApp. Resuming lifts that only, never an opt-out. */
export async function applyPreference(book: ConversationBook, event: MessagingEvent): Promise<number> {
	const row = await book.findOrMake(event, event.contact);
	const stopped = event.preference?.value === 'stop';
	book.change(row, { marketing_opted_out_at: stopped ? Date.parse(event.at) : null });
	return row.id;
}
