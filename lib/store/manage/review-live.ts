import type { Reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { selectScheduled } from '../queue/find-scheduled.ts';
import type { ScheduledWithAddress } from '../queue/scheduled-row.ts';
import { LIVE } from '../database/state-conditions.ts';
import { transition } from '../queue/transition.ts';
import { askAgain } from './scheduled/ask-again.ts';
import { moveTo } from './scheduled/move.ts';

export interface Reviewed {
	ended: number;
	moved: number;
}

/**
 * Brings what is live in a conversation in line with what has just changed in it: ends what the rules do not allow any
 * more and puts off what they put off, so that no list promises what will not happen.
 */
export async function reviewLive(tx: Db, conversationId: number, now: Date): Promise<Reviewed> {
	const rows = await selectScheduled(tx)
		.where('scheduled.conversation_id', '=', conversationId)
		.where(LIVE)
		.execute();
	const reviewed: Reviewed = { ended: 0, moved: 0 };
	for (const row of rows) {
		// On its way to Meta, nothing can be changed any more.
		if (row.state === 'sending') continue;
		const due = new Date(Math.max(row.due_at, now.getTime()));
		const { result } = await askAgain(tx, row, due, now);
		if (result.kind === 'end') {
			if (await end(tx, row, result.reason, now)) reviewed.ended++;
		} else if (row.state === 'scheduled' && result.at > due) {
			await moveTo(tx, row, result.at, result.reasons, now);
			reviewed.moved++;
		}
	}
	return reviewed;
}

async function end(tx: Db, row: ScheduledWithAddress, why: Reason, now: Date): Promise<boolean> {
	const from = row.state as 'scheduled' | 'claimed';
	return await transition(tx, { id: row.id, from, to: 'ended', reason: why }, now);
}
