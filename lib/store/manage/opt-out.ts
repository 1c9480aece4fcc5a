import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { endLive } from '../queue/end-live.ts';
import { isStoppedAtMeta, withWish, type WishFacts } from '../conversations/wish-facts.ts';
import {
	changeConversation,
	changeOrMakeConversation,
	type Change,
	type ConversationToChange,
} from './change-conversation.ts';
import { reviewLive } from './review-live.ts';

/** All messages, or marketing only. */
export type OptOutScope = 'all' | 'marketing';

export interface OptOutOptions {
	/** Keeps the opt-out of somebody whom nobody knows yet, for when they write. Otherwise it is refused: the ID may be wrong. */
	evenIfUnknown?: boolean;
}

/** Notes that a customer wants no more messages, and ends what is scheduled. */
export async function optOutConversation(
	db: Db,
	conversation: ConversationToChange,
	scope: OptOutScope,
	now: Date,
	{ evenIfUnknown }: OptOutOptions = {},
) {
	const work = async (tx: Db, row: ConversationRow): Promise<Change> => await optOut(tx, row, scope, now);
	return evenIfUnknown
		? await changeOrMakeConversation(db, conversation, now, work)
		: await changeConversation(db, conversation, work);
}

async function optOut(tx: Db, row: ConversationRow, scope: OptOutScope, now: Date): Promise<Change> {
	const at = now.getTime();
	if (scope === 'all') {
		const columns = withWish(row, 'allByBusiness', { at }, now);
		const ended = await endLive(tx, row.id, reason('opted_out'), now);
		return { columns, changed: row.opted_out_at === null, ended };
	}
	const columns = withWish(row, 'marketingByBusiness', { at }, now);
	await tx.updateTable('conversations').set(columns).where('id', '=', row.id).execute();
	if (row.marketing_opted_out_at !== null) return { changed: false };
	return await reviewLive(tx, row.id, now);
}

const ONLY_THE_CUSTOMER =
	'The customer stopped marketing messages in WhatsApp itself; only they can allow them again, there';

/**
 * Lifts an opt-out because the customer has agreed again. What they stopped at Meta stays stopped: only they can allow it
 * again. The consent of somebody who had not opted out is noted too: an older wish that Meta tells late does not undo it.
 */
export async function optInConversation(
	db: Db,
	conversation: ConversationToChange,
	consent: string,
	now: Date,
) {
	return await changeConversation(db, conversation, async (_tx, row): Promise<Change> => {
		const columns = withWish(row, 'agreed', { at: now.getTime(), note: consent }, now);
		const isLifted = (column: 'opted_out_at' | 'marketing_opted_out_by') =>
			row[column] !== null && columns[column] === null;
		const changed = isLifted('opted_out_at') || isLifted('marketing_opted_out_by');
		return { columns, changed, ...noteOn(columns, changed) };
	});
}

function noteOn(facts: WishFacts, changed: boolean): { note?: string } {
	if (isStoppedAtMeta(facts)) return { note: ONLY_THE_CUSTOMER };
	return changed ? {} : { note: 'The customer had not opted out; the consent is written down' };
}
