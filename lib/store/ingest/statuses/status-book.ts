import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
import type { EventKind, EventStatus, MessagingEvent } from '../../../messaging/messaging-event.ts';
import { goneMessages } from '../../accounts/gone-messages.ts';
import type { UnitOfWork } from '../../contacts/unit-of-work.ts';
import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import {
	fixedListQuery,
	fixedQuery,
	places,
	type ItemsOf,
	type ValuesOf,
} from '../../database/fixed-query.ts';
import type { MessageRow, ScheduledRow } from '../../database/schema.ts';
import { OutboundWrites, type Outbound } from './outbound-writes.ts';
import { partsOf } from '../../database/parts.ts';

/** What a status needs of the message it is about. Without an ID it is not written yet. */
export type KnownMessage = Pick<MessageRow, 'message_id' | 'conversation_id' | 'state' | 'author' | 'at'> & {
	id?: number;
};

/** Kinds that touch no message of the business, so that what was read before them still holds. */
const LEAVES_OUTBOUND: readonly EventKind[] = [
	'status',
	'message',
	'postback',
	'reaction',
	'referral',
	'call',
];

/**
 * The messages and follow-ups that the statuses of one delivery are about, read for all of them at once: most of what a
 * status costs is asking for them. What changes meanwhile is asked for again.
 */
export class StatusBook {
	/** By message ID; null: there is no such message. Missing: not known any more. */
	private readonly messages = new Map<string, KnownMessage | null>();
	/** Of these it was seen that no follow-up belongs to them. */
	private readonly withoutFollowUp = new Set<string>();

	/** Of messages that are not known: whether they were a deleted customer's. */
	private readonly gone = new Map<string, boolean>();

	private readonly writes: OutboundWrites;
	/** Writes wait for each other, because nobody but other statuses would read them. */
	private collects = false;

	constructor(
		private readonly tx: Db,
		private readonly unit: UnitOfWork,
		dialect: Pick<Dialect, 'updatesFromValues'>,
	) {
		this.writes = new OutboundWrites(tx, unit, dialect);
	}

	/** Reads for many; call it when the conversations of all of them are locked. */
	async prefetch(events: readonly MessagingEvent[]): Promise<void> {
		if (events.length < 2 || !events.every(({ kind }) => LEAVES_OUTBOUND.includes(kind))) return;
		this.collects = true;
		const statuses = events.flatMap(({ status }) => status ?? []);
		const ids = [...new Set(statuses.map(({ messageId }) => messageId))];
		for (const some of partsOf(ids)) {
			const items = some.map((messageId) => ({ messageId }));
			for (const { messageId } of items) this.messages.set(messageId, null);
			for (const row of await MESSAGES.all(this.tx, items, {})) this.messages.set(row.message_id, row);
			const followUps = await FOLLOW_UPS.all(this.tx, items, {});
			const found = new Set(followUps.map((row) => row.message_id));
			for (const { messageId } of items) if (!found.has(messageId)) this.withoutFollowUp.add(messageId);
		}
		// These may give a follow-up the ID of its message.
		for (const { messageId, callbackData } of statuses)
			if (callbackData !== undefined) this.withoutFollowUp.delete(messageId);
	}

	async message(messageId: string): Promise<KnownMessage | undefined> {
		// Conversations that became one may have had the same message; only one of the two is left.
		const known = this.unit.hasJoined ? undefined : this.messages.get(messageId);
		if (known !== undefined) return known ?? undefined;
		await this.save();
		const [row] = await MESSAGES.all(this.tx, [{ messageId }], {});
		return row;
	}

	async followUp({ messageId, callbackData }: EventStatus): Promise<ScheduledRow | undefined> {
		if (this.withoutFollowUp.has(messageId)) return undefined;
		// An answer to it that came before is noted before its state is read.
		await this.unit.heard.settle();
		const byMessage = await FOLLOW_UP.first(this.tx, { messageId });
		if (byMessage || !callbackData) return byMessage;
		// The answer to the request was lost: our own ID, sent along with the message, tells which one it was.
		return await BY_OWN_ID.first(this.tx, { id: callbackData });
	}

	/** Whether a message that is not known was one to a customer who was deleted since. */
	async isGone({ messageId }: EventStatus): Promise<boolean> {
		if (!this.gone.has(messageId)) {
			const ids = new Set([...this.notKnown(), messageId]);
			const gone = await goneMessages(this.tx, [...ids]);
			for (const id of ids) this.gone.set(id, gone.has(id));
		}
		return this.gone.get(messageId) as boolean;
	}

	private notKnown(): string[] {
		return [...this.messages].flatMap(([id, message]) => (message === null ? [id] : []));
	}

	/** A message of the business that is known by its status only is part of the transcript. */
	async insert(message: Outbound): Promise<void> {
		// Where another account has a message of this ID, the two are told apart by asking.
		if (this.messages.get(message.message_id) === null) this.messages.set(message.message_id, message);
		else this.messages.delete(message.message_id);
		this.writes.insert(message);
		if (!this.collects) await this.save();
	}

	/** A message is further now. Mostly its three statuses come together, and cost one statement in all. */
	async setState(message: KnownMessage, state: FollowUpState, at: number): Promise<void> {
		if (message.id !== undefined) this.writes.setState({ id: message.id, state, at });
		else if (!this.writes.amend(message, state, at)) throw new Error('A message without an ID has to wait');
		this.messages.set(message.message_id, { ...message, state });
		if (!this.collects) await this.save();
	}

	/** What was read holds no more. */
	forget(): void {
		this.messages.clear();
	}

	/** Writes what was put off; also before anything is read or written by which messages could be told apart. */
	async save(): Promise<void> {
		await this.writes.save();
		// What is written has an ID now; it is asked for where it is needed again.
		for (const [messageId, message] of this.messages)
			if (message !== null && message.id === undefined) this.messages.delete(messageId);
	}
}

const MESSAGES = fixedListQuery(
	(db, length, item: ItemsOf<{ messageId: string }>) =>
		db
			.selectFrom('messages')
			.select(['message_id', 'id', 'conversation_id', 'state', 'author', 'at'])
			.where(
				'message_id',
				'in',
				places(length, (place) => item(place, 'messageId')),
			),
	{ mayRepeat: true },
);

const FOLLOW_UPS = fixedListQuery(
	(db, length, item: ItemsOf<{ messageId: string }>) =>
		db
			.selectFrom('scheduled_follow_ups')
			.select('message_id')
			.where(
				'message_id',
				'in',
				places(length, (place) => item(place, 'messageId')),
			),
	{ mayRepeat: true },
);

const FOLLOW_UP = fixedQuery((db, value: ValuesOf<{ messageId: string }>) =>
	db.selectFrom('scheduled_follow_ups').selectAll().where('message_id', '=', value('messageId')),
);

const BY_OWN_ID = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	db.selectFrom('scheduled_follow_ups').selectAll().where('id', '=', value('id')),
);
