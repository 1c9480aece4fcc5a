import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { endLive } from '../queue/end-live.ts';
import { changeConversation, type ConversationToChange } from './change-conversation.ts';
import { requireAhead } from './moments.ts';
import { reviewLive } from './review-live.ts';

export interface NewConversationPause {
	/** Left out: until somebody resumes it. */
	until?: Date;
	why?: string;
	/** End what is scheduled also when the pause ends by itself; otherwise it is put off until then. */
	endScheduled?: boolean;
}

/**
 * Pauses a conversation. Without an end what is scheduled ends at once; with one it is put off until then, and ends if it
 * cannot go any more after it.
 */
export async function pauseConversation(
	db: Db,
	conversation: ConversationToChange,
	{ until, why, endScheduled }: NewConversationPause,
	now: Date,
) {
	if (until) requireAhead(until, now, 'Give a time that lies ahead, or pause without an end');
	return await changeConversation(db, conversation, async (tx, row) => {
		const columns = {
			paused_at: now.getTime(),
			paused_until: until?.getTime() ?? null,
			pause_reason: why ?? null,
		};
		const isPaused =
			row.paused_at !== null &&
			row.paused_until === (until?.getTime() ?? null) &&
			row.pause_reason === (why ?? null);
		if (!until || endScheduled)
			return {
				columns,
				changed: !isPaused,
				ended: await endLive(tx, row.id, reason('paused', sentenceOf(why)), now),
			};
		// The rules look at the conversation as it is then.
		await tx.updateTable('conversations').set(columns).where('id', '=', row.id).execute();
		return await reviewLive(tx, row.id, now);
	});
}

function sentenceOf(why: string | undefined): string | undefined {
	return why ? `The conversation is paused: ${why}` : undefined;
}

/** Lets a paused conversation get follow-ups again. What ended by the pause stays ended. */
export async function resumeConversation(db: Db, conversation: ConversationToChange, now: Date) {
	return await changeConversation(db, conversation, async (_tx, row) => {
		const isPaused =
			row.paused_at !== null && (row.paused_until === null || row.paused_until > now.getTime());
		const columns = { paused_at: null, paused_until: null, pause_reason: null };
		return {
			columns,
			changed: isPaused,
			...(isPaused ? {} : { note: 'The conversation was not paused' }),
		};
	});
}
