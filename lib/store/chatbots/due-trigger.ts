import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';

/** A longer way from due to begun is not planned for: half the messaging window would go to waste on a bad day. */
const MOST_MS = 60 * 60_000;
/** A smaller difference is not worth a commit. */
const WORTH_MS = 5_000;

const TRIGGER = fixedQuery((db, value: ValuesOf<{ chatbot: string }>) =>
	db.selectFrom('due_triggers').select(['every_ms', 'wait_ms']).where('chatbot', '=', value('chatbot')),
);

/** How long after its time a due follow-up is begun with at most: until the next look, and until n8n has a place for the run. */
export async function lookMsOf(db: Db, chatbot: string): Promise<{ lookMs?: number }> {
	const known = await TRIGGER.first(db, { chatbot });
	return known ? { lookMs: Math.min(MOST_MS, known.every_ms + known.wait_ms) } : {};
}

/** A Follow-Up Due Trigger says how often it looks for what is due. */
export async function noteLooks(db: Db, chatbot: string, everyMs: number, now: Date): Promise<void> {
	const seen = { every_ms: everyMs, updated_at: now.getTime() };
	await db
		.insertInto('due_triggers')
		.values({ chatbot, wait_ms: 0, ...seen })
		.onConflict((conflict) => conflict.column('chatbot').doUpdateSet(seen))
		.execute();
}

/** A run began so long after it was started; a long wait is believed at once and forgotten by and by. */
export async function noteWait(db: Db, chatbot: string, waitMs: number): Promise<void> {
	const known = await TRIGGER.first(db, { chatbot });
	if (!known) return;
	const next = Math.round(Math.min(MOST_MS, Math.max(waitMs, known.wait_ms / 2)));
	if (Math.abs(next - known.wait_ms) < WORTH_MS) return;
	await db.updateTable('due_triggers').set({ wait_ms: next }).where('chatbot', '=', chatbot).execute();
}
