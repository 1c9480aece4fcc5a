import type { ConversationWithHistory } from '../../../messaging/conversation.ts';
import { randomUUID } from 'node:crypto';
import { reason } from '../../../follow-up/reasons/index.ts';
import type { DueFollowUp } from '../../../follow-up/types.ts';
import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import { findConversation } from '../../conversations/find.ts';
import { lockConversationsOf, lockScheduled } from '../find-scheduled.ts';
import { conversationsWithHistory } from '../../conversations/facts.ts';
import { dueCompanions, dueInTurn } from './lanes.ts';
import { scheduledFrom } from '../scheduled-row.ts';
import { type ScheduledWithAddress } from '../scheduled-row.ts';
import type { Resumed, WaitingFollowUp, ClaimOptions } from '../types.ts';
import { leaseTokenOf, transitionAll } from '../transition.ts';

/** A follow-up that runs began with this often without an end is given up; something in it breaks every run. */
export const MAX_ATTEMPTS = 5;

/**
 * Hands out due follow-ups under a lease, to a run that may not have begun yet. Those of one conversation are claimed
 * together, for one model call.
 */
export async function claimDue(db: Db, dialect: Dialect, options: ClaimOptions): Promise<DueFollowUp[]> {
	// Where one transaction writes at a time, a look that finds nothing must not wait for whoever holds the file.
	if (!dialect.locksRows && (await dueInTurn(db, dialect, { ...options, limit: 1 })).length === 0) return [];
	return await db.transaction().execute(async (tx) => {
		const first = await dueInTurn(tx, dialect, options);
		const companions = first.length < options.limit ? [] : await dueCompanions(tx, options, first);
		return await claim(tx, [...first, ...companions], { ...options, begun: false });
	});
}

/**
 * What became of follow-ups that a run has been waiting for: those that are due are taken up under a lease, the others come
 * back as they stand; undefined for one that is not in the store any more.
 */
export async function resume(
	db: Db,
	waiting: WaitingFollowUp[],
	options: { now: Date; leaseMs: number },
): Promise<(Resumed | undefined)[]> {
	return await db.transaction().execute(async (tx) => {
		const ids: (string | undefined)[] = [];
		for (const one of waiting) ids.push(await idOf(tx, one));
		await lockConversationsOf(tx, ids);
		const rows: (ScheduledWithAddress | undefined)[] = [];
		for (const id of ids) rows.push(id === undefined ? undefined : await lockScheduled(tx, id));
		const due = rows.filter(
			(row) => row?.state === 'scheduled' && row.due_at <= options.now.getTime(),
		) as ScheduledWithAddress[];
		const claimed = new Map((await claim(tx, due, { ...options, begun: true })).map((one) => [one.id, one]));
		return rows.map((row) => {
			if (!row) return undefined;
			const taken = claimed.get(row.id);
			return taken ? { claimed: true, followUp: taken } : { claimed: false, followUp: scheduledFrom(row) };
		});
	});
}

/** A run that went to sleep before it knew the ID knows at least the silence the follow-up was planned for. */
async function idOf(tx: Db, waiting: WaitingFollowUp): Promise<string | undefined> {
	if ('scheduledId' in waiting) return waiting.scheduledId;
	const conversation = await findConversation(tx, waiting.conversation);
	if (!conversation) return undefined;
	const row = await tx
		.selectFrom('scheduled_follow_ups')
		.select('id')
		.where('conversation_id', '=', conversation.id)
		.where('chatbot', '=', waiting.chatbot)
		.where('follow_up', '=', waiting.followUpId)
		.where('anchor_id', '=', waiting.anchor.id)
		.executeTakeFirst();
	return row?.id;
}

/** What is taken up is what was read: the rows are locked, so nobody changes them between reading and claiming. */
async function claim(
	tx: Db,
	rows: readonly ScheduledWithAddress[],
	{ now, leaseMs, begun }: { now: Date; leaseMs: number; begun: boolean },
): Promise<DueFollowUp[]> {
	const why = reason('claimed');
	const lease = { token: `${randomUUID()}:`, untilMs: now.getTime() + leaseMs, begun };
	const ids = rows.map(({ id }) => id);
	const step = { from: 'scheduled', to: 'claimed', reason: why, lease } as const;
	const taken = new Set(await transitionAll(tx, ids, step, now));
	const claimed = rows
		.filter(({ id }) => taken.has(id))
		.map((row) => ({
			...row,
			...{
				state: 'claimed' as const,
				reason_code: why.code,
				reason: why.sentence,
				updated_at: now.getTime(),
			},
			lease_token: leaseTokenOf(lease.token, row.id),
			...{ lease_until: lease.untilMs, attempts: row.attempts + (begun ? 1 : 0) },
		}));
	return await withFacts(
		tx,
		claimed.sort((a, b) => a.due_at - b.due_at),
	);
}

async function withFacts(tx: Db, rows: ScheduledWithAddress[]): Promise<DueFollowUp[]> {
	if (rows.length === 0) return [];
	const ids = [...new Set(rows.map(({ conversation_id }) => conversation_id))];
	const conversations = await tx.selectFrom('conversations').selectAll().where('id', 'in', ids).execute();
	const facts = new Map<string, ConversationWithHistory>();
	for (const chatbot of new Set(rows.map((row) => row.chatbot))) {
		const withHistory = await conversationsWithHistory(tx, conversations, { chatbot });
		for (const [index, one] of withHistory.entries())
			facts.set(`${conversations[index]?.id} ${chatbot}`, one);
	}
	return rows.map((row) => {
		const scheduled = scheduledFrom(row);
		const conversation = facts.get(`${row.conversation_id} ${row.chatbot}`);
		if (!scheduled.lease || !conversation)
			throw new Error(`Follow-up ${row.id} was claimed without lease or conversation`);
		return { ...scheduled, lease: scheduled.lease, facts: conversation };
	});
}
