import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { endLive } from '../queue/end-live.ts';
import type { ConversationRow } from '../database/schema.ts';
import {
	changeConversation,
	changeOrMakeConversation,
	type Change,
	type ConversationToChange,
} from './change-conversation.ts';
import { reviewLive } from './review-live.ts';

/** All messages, or marketing only. */
export type OptOutScope = 'all' | 'marketing';

const BUSINESS = 'business';

/** Notes that a customer wants no more messages, and ends what is scheduled. An opt-out that is known stands. */
export async function optOutConversation(
	db: Db,
	conversation: ConversationToChange,
	scope: OptOutScope,
	now: Date,
) {
	return await changeOrMakeConversation(db, conversation, now, async (tx, row): Promise<Change> => {
		if (scope === 'all') {
			const isNew = row.opted_out_at === null;
			const columns = isNew ? { opted_out_at: now.getTime(), opted_out_by: BUSINESS } : undefined;
			return { columns, changed: isNew, ended: await endLive(tx, row.id, reason('opted_out'), now) };
		}
		if (row.marketing_opted_out_at !== null) return { changed: false };
		const columns = { marketing_opted_out_at: now.getTime(), marketing_opted_out_by: BUSINESS };
		await tx.updateTable('conversations').set(columns).where('id', '=', row.id).execute();
		return await reviewLive(tx, row.id, now);
	});
}

const ONLY_THE_CUSTOMER =
	'The customer stopped marketing messages in WhatsApp itself; only they can allow them again, there';

/**
 * Lifts an opt-out because the customer has agreed again. What they stopped at Meta stays stopped: only they can allow it
 * again.
 */
export async function optInConversation(
	db: Db,
	conversation: ConversationToChange,
	consent: string,
	now: Date,
) {
	return await changeConversation(db, conversation, async (_tx, row): Promise<Change> => {
		const lifted = {
			...(row.opted_out_at === null ? {} : { opted_out_at: null, opted_out_by: null, opted_out_note: null }),
			...(row.marketing_opted_out_by === null
				? {}
				: { marketing_opted_out_at: null, marketing_opted_out_by: null }),
		};
		const changed = Object.keys(lifted).length > 0;
		return {
			...(changed ? { columns: { ...lifted, opted_in_at: now.getTime(), opted_in_note: consent } } : {}),
			changed,
			...noteOn(row, changed),
		};
	});
}

function noteOn(row: ConversationRow, changed: boolean): { note?: string } {
	if (row.marketing_opted_out_at !== null && row.marketing_opted_out_by === null)
		return { note: ONLY_THE_CUSTOMER };
	return changed ? {} : { note: 'The customer had not opted out' };
}
