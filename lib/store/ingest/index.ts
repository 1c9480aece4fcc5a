import type { Conversation } from '../../messaging/conversation.ts';
import { UNNAMED, type MessagingEvent } from '../../messaging/messaging-event.ts';
import type { ChatbotSource, PlanBy } from '../chatbots/source.ts';
import type { UnreadableFollowUp } from '../chatbots/stored-chatbot.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import type { ClockNews, ClockWatch } from '../accounts/clock-watch.ts';
import { noteClocks } from '../accounts/clocks.ts';
import { Prices } from '../accounts/costs.ts';
import { extraOptOutWords, someoneUnderstandsMedia } from '../chatbots/settings-of-all.ts';
import { conversationFrom } from '../conversations/rows.ts';
import { joinNamed } from '../contacts/one-person.ts';
import { makeStrangers } from '../contacts/make-strangers.ts';
import { LockFirst, UnitOfWork } from '../contacts/unit-of-work.ts';
import { dropSeen } from './drop-seen.ts';
import { endOvertaken } from './end-overtaken.ts';
import { keepNewestMessages } from '../contacts/transcript.ts';
import type { Listener } from './listener.ts';
import { isNobody, planSilences } from './plan-silences.ts';
import { notAheadOf } from './not-ahead.ts';
import { ownerNews, silencesOf } from './silences.ts';
import { keepStarts } from '../queue/starts/keep.ts';
import { hasPlace, startsOf, toGive } from './who-gets.ts';
import { apply } from './apply.ts';
import { conversationOf } from './statuses/status.ts';
import { StatusBook } from './statuses/status-book.ts';
import type { Effects } from '../contacts/effects.ts';

/** Who asks for what came in, and what is known of the business. */
export interface IngestOptions {
	/** IDs of the business's own apps at Meta: by them a thread that is handed over is known to be ours. */
	ownAppIds?: readonly string[];
	/** With a listener, `events` are those it wants and was never given before, whoever took them in. */
	listener?: Listener;
	/** Plans the follow-ups of these for customers who wrote, in the same transaction, as far as they are known. */
	planBy?: PlanBy;
	/** Keeps the events that start a workflow for the triggers that take them from the store. */
	keepStarts?: boolean;
}

/** What a delivery brought. */
export interface Ingested {
	/**
	 * Events not seen before (or not given to the listener before), each with its conversation as it is after the whole
	 * delivery.
	 */
	events: { event: MessagingEvent; conversation?: Conversation }[];
	/** Given to the listener before, and Meta has not got its 200 for them: the run they should start may not have begun. */
	unanswered: MessagingEvent[];
	/** How many were seen before and dropped. */
	duplicates: number;
	/** How many scheduled follow-ups ended because the customer wrote or opted out. */
	cancelled: number;
	/** How many follow-ups were planned here. */
	planned: number;
	/** Accounts whose deliveries show, since this one, that the clock that decides is not Meta's. */
	wrongClocks: ClockNews[];
	/** Of `planBy`: what has not been seen in this version yet, so that only its node can plan by it. */
	unknownSources: ChatbotSource[];
	/** Of `planBy`: follow-ups left out because what is stored of them cannot be read, with the reason. */
	unreadable: (UnreadableFollowUp & { chatbot: string })[];
}

/** What an open store takes deliveries in with. */
export interface IngestParts {
	db: Db;
	dialect: Dialect;
	watch: ClockWatch;
}

/**
 * Takes in one webhook delivery: all of it or nothing. Redelivered events are dropped; late ones never move the last
 * customer action backwards and never revive anything.
 */
export async function ingest(
	{ db, dialect, watch }: IngestParts,
	given: MessagingEvent[],
	now: Date,
	{ ownAppIds = [], listener, planBy = [], keepStarts: keep = false }: IngestOptions = {},
): Promise<Ingested> {
	const clocks = watch.see(given, now);
	const { events, asTold } = notAheadOf(now, given);
	const takeIn = async (lockFirst: boolean): Promise<Ingested> =>
		await inTransaction(db, dialect, events, async (tx) => {
			const fresh = await dropSeen(tx, dialect, events, now);
			const unit = new UnitOfWork(tx, now, dialect);
			const news = isNobody(planBy) ? [] : ownerNews(events, fresh, listener);
			const touched = [...new Set([...fresh, ...news])];
			// A single event locks what it finds, in one statement.
			if (dialect.locksRows && (lockFirst || touched.length > 1)) await unit.prefetchLocked(touched);
			else await unit.prefetch(touched);
			const optOutWords = fresh.some(mayBeOptOut) ? await extraOptOutWords(tx) : [];
			const prices = new Prices();
			const keepsFiles = fresh.some(hasFile) && (await someoneUnderstandsMedia(tx));
			const effects: Effects = {
				...{ cancelled: 0, prices, ownAppIds, optOutWords, keepsFiles },
				handedBack: new Set(),
			};
			const book = new StatusBook(tx, unit, dialect);
			if (dialect.locksRows && fresh.length > 1) await makeStrangers(unit, fresh);
			await book.prefetch(fresh);
			const where = new Map<MessagingEvent, number | undefined>();
			for (const event of fresh) {
				if (!waits(event)) await unit.heard.settle();
				if (hasCustomer(event)) await joinNamed(tx, unit, event, event.contact, now);
				where.set(event, await apply(tx, unit, book, event, effects, now));
			}
			await book.save();
			await prices.save(tx, (id) => unit.presentId(id));
			await unit.save();
			effects.cancelled += unit.heard.cancelled;
			await keepNewestMessages(tx, unit.grownIds());

			const { given: wanted, unanswered } = listener
				? await toGive(tx, dialect, events, listener, now)
				: { given: fresh, unanswered: [] };
			const starts = keep ? await startsOf(tx, dialect, events, planBy, now) : [];
			for (const event of [...wanted, ...news, ...starts.map((start) => start.event)]) {
				// Another trigger took it in; this one still wants the conversation with it.
				if (!where.has(event) && hasPlace(event))
					where.set(event, (await conversationOf(unit, book, event))?.id);
			}
			const idOf = (event: MessagingEvent): number => unit.presentId(where.get(event) ?? -1);
			const spoke = silencesOf(unit, fresh, [], idOf, effects).begun;
			effects.cancelled += await endOvertaken(tx, fresh, spoke, now);
			const plans = await planSilences(tx, silencesOf(unit, wanted, news, idOf, effects), planBy, now);
			const told = starts.map((start) => ({
				...start,
				...{ event: asTold(start.event), conversationId: idOf(start.event) },
			}));
			await keepStarts(tx, dialect, told, now);
			const snapshots = new Map(unit.rows().map((row) => [row.id, conversationFrom(row)]));
			if (clocks.length > 0) await noteClocks(tx, clocks, now);
			return {
				events: wanted.map((event) => {
					const conversation = snapshots.get(idOf(event));
					return { event: asTold(event), ...(conversation ? { conversation } : {}) };
				}),
				unanswered: unanswered.map(asTold),
				duplicates: events.length - fresh.length,
				cancelled: effects.cancelled,
				wrongClocks: clocks.filter(({ isNew }) => isNew),
				...plans,
			};
		});
	const ingested = await takeIn(events.some(({ kind }) => kind === 'identity')).catch(
		async (error: unknown) => {
			if (error instanceof LockFirst) return await takeIn(true);
			throw error;
		},
	);
	watch.wrote(clocks);
	return ingested;
}

/** News of the account, and a status that names nobody, have none. */
function hasCustomer({ kind, contact }: MessagingEvent): boolean {
	return kind !== 'template' && kind !== 'account' && contact.id !== UNNAMED;
}

/**
 * Whether what customers said before may be written after this: it reads and changes nothing of that, or settles it itself
 * (a status of a follow-up).
 */
function waits({ kind, status }: MessagingEvent): boolean {
	return (
		['message', 'postback', 'call', 'referral'].includes(kind) || (kind === 'status' && status !== undefined)
	);
}

/** A voice note or a picture. */
const hasFile = ({ message }: MessagingEvent): boolean => message?.file !== undefined;

/** Most of what comes in are statuses and copies of what the business said. */
function mayBeOptOut({ kind }: MessagingEvent): boolean {
	return kind !== 'status' && kind !== 'read' && kind !== 'echo';
}

/** News of where a message is decides nothing: it need not wait for the disk. A failure may pause an account, so it does. */
async function inTransaction<T>(
	db: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	work: (tx: Db) => Promise<T>,
): Promise<T> {
	const isNews = ({ kind, status }: MessagingEvent): boolean =>
		kind === 'read' || (kind === 'status' && status?.state !== 'failed');
	const run = async (on: Db): Promise<T> => await on.transaction().execute(work);
	return events.every(isNews) ? await dialect.withAsyncCommit(db, run) : await run(db);
}
