import { sql } from 'kysely';
import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
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
import type { MessageRow } from '../../database/schema.ts';
import { partsOf } from '../../database/parts.ts';

/** A message of the business that is known by its status only. */
export type Outbound = Pick<
	MessageRow,
	'conversation_id' | 'message_id' | 'author' | 'type' | 'text' | 'at' | 'state' | 'state_at'
>;

type MessageKey = Pick<MessageRow, 'conversation_id' | 'message_id'>;

const keyOf = ({ conversation_id, message_id }: MessageKey): string => `${conversation_id} ${message_id}`;

/** How far a message of the business is. */
export interface NewState {
	id: number;
	state: FollowUpState;
	at: number;
}

/**
 * What the statuses of a delivery write into the transcript, kept together for a few statements: with a server, each statement
 * is a way there and back, which is most of what a status costs.
 */
export class OutboundWrites {
	private readonly inserts = new Map<string, Outbound>();
	private readonly states = new Map<number, NewState>();

	constructor(
		private readonly tx: Db,
		private readonly unit: UnitOfWork,
		private readonly dialect: Pick<Dialect, 'updatesFromValues'>,
	) {}

	insert(message: Outbound): void {
		this.inserts.set(keyOf(message), message);
	}

	/** A message that is not written yet is further now; false: no such message waits. */
	amend(message: MessageKey, state: FollowUpState, at: number): boolean {
		const waiting = this.inserts.get(keyOf(message));
		if (!waiting) return false;
		this.inserts.set(keyOf(message), { ...waiting, state, state_at: at });
		return true;
	}

	/** A message is further now. */
	setState(state: NewState): void {
		this.states.set(state.id, state);
	}

	async save(): Promise<void> {
		const { tx, unit } = this;
		const inserts = [...this.inserts.values()].map((one) => ({
			...one,
			// Conversations may have become one since.
			conversation_id: unit.presentId(one.conversation_id),
		}));
		const states = [...this.states.values()];
		this.inserts.clear();
		this.states.clear();
		for (const some of partsOf(inserts)) await INSERT.run(tx, some, {});
		if (!this.dialect.updatesFromValues || states.length === 1) {
			for (const state of states) await SET_STATE.run(tx, state);
			return;
		}
		for (const some of partsOf(states)) await SET_STATES.run(tx, some, {});
	}
}

const INSERT = fixedListQuery(
	(db, length, message: ItemsOf<Outbound>) =>
		db
			.insertInto('messages')
			.values(
				places(length, (place) => ({
					conversation_id: message(place, 'conversation_id'),
					message_id: message(place, 'message_id'),
					direction: 'out' as const,
					author: message(place, 'author'),
					type: message(place, 'type'),
					text: message(place, 'text'),
					at: message(place, 'at'),
					state: message(place, 'state'),
					state_at: message(place, 'state_at'),
				})),
			)
			.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doNothing()),
	{ mayRepeat: true },
);

const SET_STATE = fixedQuery((db, value: ValuesOf<NewState>) =>
	db
		.updateTable('messages')
		.set({ state: value('state'), state_at: value('at') })
		.where('id', '=', value('id')),
);

const SET_STATES = fixedListQuery(
	(db, length, item: ItemsOf<NewState>) => {
		const rows = places(
			length,
			(place) =>
				sql`(${item(place, 'id')}::bigint, ${item(place, 'state')}::text, ${item(place, 'at')}::bigint)`,
		);
		const news = sql<NewState>`(values ${sql.join(rows)})`.as<'news'>(sql`news(id, state, at)`);
		return db
			.updateTable('messages')
			.from(news)
			.set((row) => ({ state: row.ref('news.state'), state_at: row.ref('news.at') }))
			.whereRef('messages.id', '=', 'news.id');
	},
	{ mayRepeat: true },
);
