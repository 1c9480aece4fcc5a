import { sql, type Kysely } from 'kysely';
import { RefusedError } from '../messaging/refused-error.ts';
import { table as tableOf, TABLES } from './database/tables.ts';
import { openDatabase, type PostgresStoreOptions, type SqliteStoreOptions } from './open-store.ts';
import type { Schema } from './database/schema.ts';

/** Tables that number their rows themselves. */
const NUMBERED: readonly string[] = [
	'conversations',
	'messages',
	'audit_log',
	'conversions',
	'waiting_starts',
];
const ROWS_AT_ONCE = 500;

/**
 * Copies an embedded store into an empty Postgres: all of it or nothing. Live follow-ups come along with their state, so
 * what was being sent is settled there as it would have been here. The source stays as it is and must not be used any
 * more afterwards: n8n has to be stopped before, or both stores would send.
 * @throws RefusedError when the target is not empty.
 * @returns how many rows each table has.
 */
export async function copyStore(
	from: SqliteStoreOptions,
	to: PostgresStoreOptions,
): Promise<Record<string, number>> {
	const source = await openDatabase(from);
	const target = await openDatabase(to).catch(async (error: unknown) => {
		await source.db.destroy();
		throw error;
	});
	try {
		return await target.db.transaction().execute(async (tx) => {
			// Nobody may begin to use the target meanwhile.
			await sql`lock table ${tableOf('conversations')} in exclusive mode`.execute(tx);
			await requireEmpty(tx);
			const copied: Record<string, number> = {};
			for (const table of TABLES) copied[table] = await copyTable(source.db, tx, table);
			return copied;
		});
	} finally {
		await source.db.destroy();
		await target.db.destroy();
	}
}

async function requireEmpty(tx: Kysely<Schema>): Promise<void> {
	for (const table of TABLES) {
		const { rows } = await sql`select 1 from ${tableOf(table)} limit 1`.execute(tx);
		if (rows.length === 0) continue;
		throw new RefusedError(
			`The Postgres store already holds data (table ${table}); a copy on top of it would mix two stores`,
			'Copy into an empty database or another schema. Nothing was copied.',
		);
	}
}

async function copyTable(
	from: Kysely<Schema>,
	to: Kysely<Schema>,
	table: (typeof TABLES)[number],
): Promise<number> {
	let copied = 0;
	let last = 0;
	for (;;) {
		const { rows } = await sql<{ place: number }>`
			select rowid as place, * from ${tableOf(table)} where rowid > ${last} order by rowid
			limit ${ROWS_AT_ONCE}`.execute(from);
		if (rows.length === 0) break;
		last = rows.at(-1)?.place as number;
		const values = rows.map(({ place: _place, ...row }) => row);
		await to
			.insertInto(table)
			.values(values as never)
			.execute();
		copied += rows.length;
	}
	if (NUMBERED.includes(table) && copied > 0) {
		// The function takes the name of the table as a text, written as in a statement.
		const name = sql`${tableOf(table)}`.compile(to).sql;
		await sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select max(id) from ${tableOf(table)}))`.execute(
			to,
		);
	}
	return copied;
}
