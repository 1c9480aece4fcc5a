import { sql, type Compilable } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { fixedListQuery, places, type FixedListQuery, type ItemsOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';

/** The type of each column in Postgres, which has to be told what a value is that it has not seen yet. */
const TYPES = {
	channel: 'text',
	account: 'text',
	contact: 'text',
	phone: 'text',
	username: 'text',
	name: 'text',
	created_at: 'bigint',
	last_inbound_at: 'bigint',
	last_inbound_id: 'text',
	window_opened_at: 'bigint',
	window_opened_by: 'text',
	last_outbound_at: 'bigint',
	last_outbound_by: 'text',
	person_wrote_at: 'bigint',
	opted_out_at: 'bigint',
	opted_out_by: 'text',
	opted_out_note: 'text',
	marketing_opted_out_at: 'bigint',
	marketing_opted_out_by: 'text',
	opted_in_at: 'bigint',
	opted_in_note: 'text',
	wishes_json: 'text',
	paused_at: 'bigint',
	paused_until: 'bigint',
	pause_reason: 'text',
	owned_by_other_since: 'bigint',
	thread_ours_at: 'bigint',
	thread_theirs_json: 'text',
	converted_at: 'bigint',
	free_entry_at: 'bigint',
	reacted_at: 'bigint',
	profile_asked_at: 'bigint',
	owner_since: 'bigint',
} as const satisfies Record<Column, 'text' | 'bigint'>;

type Column = Exclude<keyof ConversationRow, 'id'>;
const COLUMNS = Object.keys(TYPES) as Column[];

/** By the columns they write. Few change together in most deliveries. */
type Saving = FixedListQuery<object, ConversationRow, unknown>;
const SETS_KEPT = 100;
const kept = new LRUCache<string, Saving>({ max: SETS_KEPT });

/**
 * Writes conversations back as they stand. Only columns that changed in one of them: an index over columns that are written
 * is written too, changed or not (SQLite), and each value has its price on the way to a server.
 */
export async function saveConversations(
	tx: Db,
	{ updatesFromValues = false }: Partial<Pick<Dialect, 'updatesFromValues'>>,
	rows: readonly ConversationRow[],
	changed: ReadonlySet<keyof ConversationChanges>,
): Promise<void> {
	const columns = COLUMNS.filter((column) => changed.has(column));
	if (columns.length === 0) return;
	for (const some of partsOf(rows, updatesFromValues ? undefined : 1))
		await savingOf(columns).run(tx, some, {});
}

function savingOf(columns: readonly Column[]): Saving {
	const key = columns.join();
	const known = kept.get(key);
	if (known) return known;
	const saving: Saving = fixedListQuery(
		(db, length, row: ItemsOf<ConversationRow>) =>
			length === 1 ? saveOne(db, columns, row) : saveMany(db, columns, length, row),
		{ mayRepeat: true },
	);
	kept.set(key, saving);
	return saving;
}

function saveOne(db: Db, columns: readonly Column[], row: ItemsOf<ConversationRow>): Compilable {
	return db
		.updateTable('conversations')
		.set(Object.fromEntries(columns.map((column) => [column, row(0, column)])))
		.where('id', '=', row(0, 'id'));
}

function saveMany(
	db: Db,
	columns: readonly Column[],
	length: number,
	row: ItemsOf<ConversationRow>,
): Compilable {
	const rows = places(length, (place) => {
		const values = columns.map((column) => sql`${row(place, column)}::${sql.raw(TYPES[column])}`);
		return sql`(${sql.join([sql`${row(place, 'id')}::bigint`, ...values])})`;
	});
	const names = sql.join(['id', ...columns].map((name) => sql.ref(name)));
	const news = sql<ConversationRow>`(values ${sql.join(rows)})`.as<'news'>(sql`news(${names})`);
	return db
		.updateTable('conversations')
		.from(news)
		.set((one) => Object.fromEntries(columns.map((column) => [column, one.ref(`news.${column}`)])))
		.whereRef('conversations.id', '=', 'news.id');
}
