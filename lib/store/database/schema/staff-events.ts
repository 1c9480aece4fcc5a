import type { STAFF_EVENT_REASONS } from '../../../follow-up/reasons/staff-events.ts';
import type { StaffEventType } from '../../../follow-up/staff-events.ts';

/** What the staff is told of conversations, each thing once. */
export interface StaffEventsTable {
	conversation_id: number;
	chatbot: string;
	type: StaffEventType;
	/** The customer's message with which the silence began that it is about; of a wait, when the business last wrote. */
	silence: string;
	reason_code: keyof typeof STAFF_EVENT_REASONS;
	/** When the last follow-up went out, or the wait began. */
	since: number;
	/** Follow-ups that the customer, or messages that the business, has not answered. */
	unanswered: number;
	found_at: number;
	/** While it is handed out. */
	handed_until: number | null;
	/** null: nobody was told yet. */
	told_at: number | null;
}
