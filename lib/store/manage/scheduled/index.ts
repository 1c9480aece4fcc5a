import { sql } from 'kysely';
import { isLive, LIVE_STATES, STATES } from '../../../follow-up/lifecycle.ts';
import type { Db } from '../../database/db.ts';
import { requireChatbot } from '../chatbots.ts';
import { pageOf, readCursor } from '../paging.ts';
import { ACTIVITY_AT, countRows, pageRows, scheduledThatFit, withCustomer } from './query.ts';
import type { Page, PageOptions, ScheduledFilter, ScheduledWithCustomer } from '../types.ts';

const DUE_AT = sql<number>`due_at`;
const OVER_STATES = STATES.filter((state) => !isLive(state));

/** What is scheduled, what is due first at the top. Without states: what is live. */
export async function listScheduled(
	db: Db,
	filter: ScheduledFilter,
	page: PageOptions,
): Promise<Page<ScheduledWithCustomer>> {
	return await list(db, { states: [...LIVE_STATES], ...filter }, page, DUE_AT, 'asc');
}

/** What was sent, failed or ended, the newest at the top. */
export async function listActivity(
	db: Db,
	filter: ScheduledFilter,
	page: PageOptions,
): Promise<Page<ScheduledWithCustomer>> {
	return await list(db, { states: OVER_STATES, ...filter }, page, ACTIVITY_AT, 'desc');
}

async function list(
	db: Db,
	filter: ScheduledFilter,
	page: PageOptions,
	time: typeof DUE_AT,
	direction: 'asc' | 'desc',
): Promise<Page<ScheduledWithCustomer>> {
	const fitting = await scheduledThatFit(db, filter, time);
	const total = page.after === undefined ? await countRows(fitting) : readCursor(page.after).total;
	if (total === 0 && filter.chatbot !== undefined) await requireChatbot(db, filter.chatbot);
	const rows = await pageRows(fitting, time, direction, page);
	return pageOf(rows, page.limit, total, (row) => ({ at: row.sorted_by, id: row.id }), withCustomer);
}
