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
	return lookMsFrom((await TRIGGER.first(db, { chatbot })) ?? { every_ms: null, wait_ms: null });
}

/** The same from what is known of a trigger, if anything is. */
export function lookMsFrom({ every_ms, wait_ms }: { [Name in 'every_ms' | 'wait_ms']: number | null }): {
	lookMs?: number;
} {
	return every_ms === null ? {} : { lookMs: Math.min(MOST_MS, every_ms + (wait_ms ?? 0)) };
}

/** A Follow-Up Due Trigger says how often it looks for what is due. */
export async function noteLooks(db: Db, chatbot: string, everyMs: number, now: Date): Promise<void> {
	const seen = { every_ms: everyMs, updated_at: now.getTime(), closed_at: null };
	await db
		.insertInto('due_triggers')
		.values({ chatbot, wait_ms: 0, ...seen })
		.onConflict((conflict) => conflict.column('chatbot').doUpdateSet(seen))
		.execute();
}

/** A Follow-Up Due Trigger ends; one that says after it that it looks counts. */
export async function noteClosed(db: Db, chatbot: string, now: Date): Promise<void> {
	await db
		.updateTable('due_triggers')
		.set({ closed_at: now.getTime() })
		.where('chatbot', '=', chatbot)
		.where('updated_at', '<=', now.getTime())
		.execute();
}

/** What a Follow-Up Due Trigger said of itself. */
export interface Looks {
	/** When it last said that it looks for what is due. */
	lookedAt?: string;
	/** Since when it looks no more. */
	closedAt?: string;
}

/** What is known of the triggers of chatbots; of one if it is named. */
export async function looksOf(db: Db, chatbot?: string): Promise<Map<string, Looks>> {
	let query = db.selectFrom('due_triggers').select(['chatbot', 'updated_at', 'closed_at']);
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	const rows = await query.execute();
	return new Map(
		rows.map((row) => [
			row.chatbot,
			{
				lookedAt: new Date(row.updated_at).toISOString(),
				...(row.closed_at === null ? {} : { closedAt: new Date(row.closed_at).toISOString() }),
			},
		]),
	);
}

/** A trigger says every few minutes that it looks; one that was silent for so long is gone, however that came about. */
const SILENT_MS = 60 * 60_000;

/** Whether somebody looks for what is due of a chatbot; undefined where nobody ever said so, as with runs that wait. */
export function isPublished({ lookedAt, closedAt }: Looks, now: Date): boolean | undefined {
	if (lookedAt === undefined) return undefined;
	return closedAt === undefined && now.getTime() - Date.parse(lookedAt) < SILENT_MS;
}

/** Whether somebody looks for what is due of a chatbot. */
export async function isCollected(db: Db, chatbot: string, now: Date): Promise<boolean> {
	const looks = (await looksOf(db, chatbot)).get(chatbot);
	return looks !== undefined && isPublished(looks, now) === true;
}

/** A run began so long after it was started; a long wait is believed at once and forgotten by and by. */
export async function noteWait(db: Db, chatbot: string, waitMs: number): Promise<void> {
	const known = await TRIGGER.first(db, { chatbot });
	if (!known) return;
	const next = Math.round(Math.min(MOST_MS, Math.max(waitMs, known.wait_ms / 2)));
	if (Math.abs(next - known.wait_ms) < WORTH_MS) return;
	await db.updateTable('due_triggers').set({ wait_ms: next }).where('chatbot', '=', chatbot).execute();
}
