import { sql } from 'kysely';
import { noteWait } from '../../chatbots/due-trigger.ts';
import type { Db } from '../../database/db.ts';
import type { RunState } from '../../database/schema.ts';
import type { Claim, RunEnd } from '../types.ts';

// Each claim is a statement of its own: in one for all, two that lock the rows in different orders could wait in a circle.

/** How long a lease holds at least from the moment the run begins; from then on the run itself gives signs of life. */
const BEGUN_MS = 2 * 60_000;

/**
 * The run that follow-ups were handed to has begun with them: from here on it counts as an attempt. A lease that ran out
 * while the run waited for its place does no harm as long as nobody else has taken the follow-up.
 * @returns the IDs of those that are still ours; the others ended, or another run has them.
 */
export async function takeUp(db: Db, claims: readonly Claim[], now: Date): Promise<string[]> {
	const until = now.getTime() + BEGUN_MS;
	const ours: string[] = [];
	const waited = new Map<string, number>();
	for (const claim of claims) {
		const row = await ofClaim(db, claim)
			.set((row) => ({
				attempts: sql<number>`case when run_state = 'queued' then attempts + 1 else attempts end`,
				run_state: 'begun' as const,
				lease_until: row
					.case()
					.when('lease_until', '<', until)
					.then(until)
					.else(row.ref('lease_until'))
					.end(),
			}))
			.returning(['id', 'chatbot', 'updated_at'])
			.executeTakeFirst();
		if (!row) continue;
		ours.push(row.id);
		// It was last changed when it was handed out.
		const waitMs = Math.max(0, now.getTime() - row.updated_at);
		waited.set(row.chatbot, Math.max(waited.get(row.chatbot) ?? 0, waitMs));
	}
	for (const [chatbot, waitMs] of waited) await noteWait(db, chatbot, waitMs);
	return ours;
}

/** A sign of life for a run that waits for its place in n8n: what it has not begun with yet stays handed out. Returns how many. */
export async function holdQueued(
	db: Db,
	claims: readonly Claim[],
	leaseMs: number,
	now: Date,
): Promise<number> {
	let held = 0;
	for (const claim of claims) {
		const { numUpdatedRows } = await ofClaim(db, claim)
			.set({ lease_until: now.getTime() + leaseMs })
			.where('run_state', '=', 'queued')
			.executeTakeFirst();
		held += Number(numUpdatedRows);
	}
	return held;
}

/**
 * n8n tells how a run ended. What it never began with was an attempt all the same; what was decided to be sent and nobody took
 * up is over with it, when its lease runs out: a workflow that was started by the run may still be about to send.
 */
export async function noteRunEnd(
	db: Db,
	claims: readonly Claim[],
	end: RunEnd,
	leaseMs: number,
	now: Date,
): Promise<void> {
	for (const claim of claims) {
		const held = ofClaim(db, claim);
		if (end === 'waits') {
			// What it has not begun with yet it may begin with when it goes on.
			const begun = sql<RunState>`case when run_state = 'begun' then 'over' else run_state end`;
			await held.set({ run_state: begun, lease_until: now.getTime() + leaseMs }).execute();
			continue;
		}
		if (end === 'well') await held.set({ run_state: 'over' }).where('run_state', '=', 'begun').execute();
		await ofClaim(db, claim)
			.set({ run_state: 'begun', attempts: sql<number>`attempts + 1` })
			.where('run_state', '=', 'queued')
			.execute();
	}
}

/** The row of a claim, as long as it is this claim that holds it. */
function ofClaim(db: Db, { id, leaseToken }: Claim) {
	return db
		.updateTable('scheduled_follow_ups')
		.where('id', '=', id)
		.where('lease_token', '=', leaseToken)
		.where('state', '=', 'claimed');
}
