import { sql } from 'kysely';
import { reason } from '../follow-up/reasons/index.ts';
import type { ReasonCode } from '../follow-up/reasons/index.ts';
import { ClockWatch } from './accounts/clock-watch.ts';
import { accountsStore } from './accounts/index.ts';
import { claimDue, resume } from './queue/claiming/claim.ts';
import { isCollected, noteClosed, noteLooks } from './chatbots/due-trigger.ts';
import { registerChatbot } from './chatbots/chatbots.ts';
import { registerKept } from './chatbots/kept.ts';
import type { Db } from './database/db.ts';
import { recordDecision } from './queue/decision.ts';
import type { Clock } from './database/clock.ts';
import type { Dialect } from './database/dialect.ts';
import { endLive } from './queue/end-live.ts';
import { fixedQuery, type ValuesOf } from './database/fixed-query.ts';
import { learnFromAnswer } from './contacts/learn-from-answer.ts';
import { keepPrefetched } from './queue/prefetch.ts';
import { findConversation, findConversationId, lockConversation } from './conversations/find.ts';
import { findScheduled, selectScheduled } from './queue/find-scheduled.ts';
import { conversationsWithHistory } from './conversations/facts.ts';
import { ingest } from './ingest/index.ts';
import { mediaStore } from './ingest/media.ts';
import { findUnanswered, markAnswered } from './ingest/drop-seen.ts';
import { holdQueued, noteRunEnd, takeUp } from './queue/claiming/hand-over.ts';
import { extendLeases, recoverLeases, release } from './queue/claiming/lease.ts';
import { unknownConversation } from './manage/change-conversation.ts';
import { manageStore } from './manage/index.ts';
import { insertOutbound } from './conversations/outbound.ts';
import { pageSecret } from './database/page-secret.ts';
import { reportStore } from './statistics/index.ts';
import { expireOverdue, sweep } from './maintenance/retention.ts';
import { messageFrom } from './conversations/rows.ts';
import { scheduledFrom } from './queue/scheduled-row.ts';
import { schedule } from './queue/schedule.ts';
import { beginSend, finishSend } from './queue/send.ts';
import { finishItem } from './sending/sent-items.ts';
import { sendingStore } from './sending/index.ts';
import { staffEventsStore } from './queue/staff-events/index.ts';
import { startsStore } from './queue/starts/index.ts';
import { halfOf, inText } from './database/state-conditions.ts';
import { readDetail } from './database/stored-json.ts';
import type { Store } from './store.ts';

const LIST_LIMIT = 50;

const NEWEST = fixedQuery((db, value: ValuesOf<{ id: number; limit: number }>) =>
	db
		.selectFrom('messages')
		.selectAll()
		.where('conversation_id', '=', value('id'))
		.where('at', '>=', (where) =>
			where
				.selectFrom('conversations')
				.select(sql<number>`coalesce(owner_since, 0)`.as('since'))
				.where('id', '=', value('id')),
		)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(value('limit')),
);

/** The store over an open, migrated database; the same for SQLite and Postgres. */
export function sqlStore(db: Db, dialect: Dialect, clock: Clock): Store {
	const watch = new ClockWatch(() => clock.steady());
	return {
		...sendingStore(db),
		...startsStore(db, dialect),
		...staffEventsStore(db),
		...accountsStore(db),
		...mediaStore(db),
		...manageStore(db, dialect),
		...reportStore(db, dialect),
		now: async () => await clock.now(),
		ready: async () => await db.transaction().execute(async (tx) => void (await sql`select 1`.execute(tx))),
		pageSecret: async () => await pageSecret(db),
		ingest: async (events, now, options) => await ingest({ db, dialect, watch }, events, now, options),
		markAnswered: async (events, listener, now) => await markAnswered(db, dialect, events, listener, now),
		unanswered: async (events, listener) => await findUnanswered(db, dialect, events, listener),

		async conversation(key, sender) {
			const row = await findConversation(db, key);
			return row && (await conversationsWithHistory(db, [row], sender))[0];
		},

		async transcript(key, limit) {
			const id = await findConversationId(db, key);
			return id === undefined ? [] : (await NEWEST.all(db, { id, limit })).reverse().map(messageFrom);
		},

		registerChatbot: async (chatbot, now, source) => await registerChatbot(db, chatbot, now, source),
		registerKept: async (kept, now, source) => await registerKept(db, kept, now, source),
		schedule: async (planned, now) => await schedule(db, planned, now),
		claimDue: async (options) => await claimDue(db, dialect, options),
		noteLooks: async (chatbot, everyMs, now) => await noteLooks(db, chatbot, everyMs, now),
		noteClosed: async (chatbot, now) => await noteClosed(db, chatbot, now),
		isCollected: async (chatbot, now) => await isCollected(db, chatbot, now),
		takeUp: async (claims, now) => await takeUp(db, claims, now),
		holdQueued: async (claims, leaseMs, now) => await holdQueued(db, claims, leaseMs, now),
		noteRunEnd: async (claims, end, leaseMs, now) => await noteRunEnd(db, claims, end, leaseMs, now),
		recoverLeases: async (now) => await recoverLeases(db, now),
		resume: async (waiting, options) => await resume(db, waiting, options),
		extendLeases: async (claims, leaseMs, now) => await extendLeases(db, claims, leaseMs, now),
		expireOverdue: async (options) => await expireOverdue(db, options),
		sweep: async (options) => await sweep(db, dialect, options),
		release: async (claims, options, now) => await release(db, claims, options, now),
		recordDecision: async (decision, leaseToken, now) => await recordDecision(db, decision, leaseToken, now),
		keepPrefetched: async (prefetched) => await keepPrefetched(db, prefetched),
		beginSend: async (id, leaseToken, now, credential) =>
			await beginSend(db, id, leaseToken, now, credential),
		async finishSend(id, result, now, credential) {
			const finished = await finishSend(db, id, result, now, credential);
			if (result.outcome !== 'accepted' || !result.receiver) return finished;
			const row = await findScheduled(db, id);
			if (row) await learnFromAnswer(db, row.conversation_id, result.receiver, now);
			const present = await findScheduled(db, id);
			return present ? scheduledFrom(present) : finished;
		},

		async recordOutbound(message, now) {
			const { id } = await db.transaction().execute(async (tx) => {
				const conversation = await lockConversation(tx, message.conversation);
				if (!conversation) throw unknownConversation(message.conversation);
				await insertOutbound(tx, conversation.id, { ...message, at: new Date(message.at) });
				if (message.item) await finishItem(tx, message.item, message, now);
				return conversation;
			});
			if (message.receiver) await learnFromAnswer(db, id, message.receiver, now);
		},

		async get(id) {
			const row = await findScheduled(db, id);
			return row && scheduledFrom(row);
		},

		async list({ chatbot, conversation, states, dueBefore, limit = LIST_LIMIT, offset = 0 } = {}) {
			let query = selectScheduled(db)
				.orderBy('scheduled.due_at')
				.orderBy('scheduled.id')
				.limit(limit)
				.offset(offset);
			if (chatbot !== undefined) query = query.where('scheduled.chatbot', '=', chatbot);
			if (states !== undefined) {
				query = query.where('scheduled.state', 'in', states.map(inText));
				const half = halfOf(states);
				if (half) query = query.where(half);
			}
			if (dueBefore !== undefined) query = query.where('scheduled.due_at', '<', dueBefore.getTime());
			if (conversation !== undefined) {
				const id = await findConversationId(db, conversation);
				if (id === undefined) return [];
				query = query.where('scheduled.conversation_id', '=', id);
			}
			return (await query.execute()).map(scheduledFrom);
		},

		async cancel(key, { chatbot, reason: why = reason('cancelled_by_user') }, now) {
			return await db.transaction().execute(async (tx) => {
				const conversation = await lockConversation(tx, key);
				return conversation ? await endLive(tx, conversation.id, why, now, { chatbot }) : 0;
			});
		},

		async audit(id) {
			const rows = await db
				.selectFrom('audit_log')
				.selectAll()
				.where('scheduled_id', '=', id)
				.orderBy('id')
				.execute();
			return rows.map((row) => ({
				at: new Date(row.at).toISOString(),
				...(row.from_state === null ? {} : { from: row.from_state }),
				to: row.to_state,
				code: row.reason_code as ReasonCode,
				...(row.detail_json === null ? {} : { detail: readDetail(row.detail_json) ?? {} }),
			}));
		},

		close: async () => await db.destroy(),
	};
}
