import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { Engine, Store } from '../built-engine.ts';

/** A database of the bench: the store itself, and SQL besides for filling it. */
export interface BenchDatabase {
	store: Store;
	/** Runs statements as they are. */
	run(sql: string): Promise<void>;
	rows(sql: string): Promise<Record<string, unknown>[]>;
	/** Secondary indexes: a large table is filled faster without them. */
	indexes(): Promise<{ name: string; create: string }[]>;
	/** What the database does by itself some time after so many rows came. */
	settle(): Promise<void>;
	close(): Promise<void>;
}

export type DatabaseKind = 'SQLite' | 'Postgres';

/** Gives new databases of one kind, and ends what was started for them. */
export interface DatabaseMaker {
	open(): Promise<BenchDatabase>;
	stop(): Promise<void>;
}

/** SQLite files in a temporary folder, or a PostgreSQL of the bench's own that waits for the disk as a real one does. */
export async function databaseMaker(kind: DatabaseKind, engine: Engine): Promise<DatabaseMaker> {
	if (kind === 'SQLite') return { open: async () => await openSqlite(engine), stop: async () => {} };
	const server = await startPostgres({ fsync: 'on', max_wal_size: '4GB' });
	return {
		open: async () => await openPostgres(engine, await server.newDatabase()),
		stop: async () => await server.stop(),
	};
}

async function openSqlite(engine: Engine): Promise<BenchDatabase> {
	const file = join(temporaryFolder('bench-store'), 'store.sqlite');
	const store = await engine.openStore({ kind: 'sqlite', file });
	const database = new DatabaseSync(file);
	database.exec('pragma synchronous = off; pragma cache_size = -200000');
	database.function('md5', { deterministic: true }, (text) =>
		createHash('md5').update(String(text)).digest('hex'),
	);
	return {
		store,
		run: async (sql) => database.exec(sql),
		rows: async (sql) => database.prepare(sql).all(),
		indexes: async () =>
			database
				.prepare(`select name, sql as "create" from sqlite_master where type = 'index' and sql is not null`)
				.all() as { name: string; create: string }[],
		settle: async () => database.exec('pragma wal_checkpoint(truncate)'),
		async close() {
			database.close();
			await store.close();
			statSync(file);
		},
	};
}

const SCHEMA = 'meta_followup';

async function openPostgres(engine: Engine, connectionString: string): Promise<BenchDatabase> {
	const store = await engine.openStore({ kind: 'postgres', connectionString, schema: SCHEMA });
	const client = new pg.Client({
		connectionString,
		options: `-c search_path=${SCHEMA} -c maintenance_work_mem=512MB -c synchronous_commit=off`,
	});
	await client.connect();
	return {
		store,
		run: async (sql) => void (await client.query(sql)),
		rows: async (sql) => (await client.query(sql)).rows,
		async indexes() {
			const { rows } = await client.query<{ name: string; create: string }>(
				`select i.indexname as name, i.indexdef as "create" from pg_indexes i
				where i.schemaname = '${SCHEMA}' and not exists (
					select 1 from pg_constraint c where c.conname = i.indexname)`,
			);
			return rows;
		},
		async settle() {
			await client.query('vacuum analyze');
			await client.query('checkpoint');
		},
		async close() {
			await client.end();
			await store.close();
		},
	};
}
