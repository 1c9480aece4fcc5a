import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** Reads rows of n8n's own database; a table that is not there yet has none. */
export type ReadTable = <Row>(table: string, columns: string[]) => Promise<Row[]>;

/** The database that an n8n with this environment keeps: SQLite in its user folder, or Postgres. */
export function n8nDatabase(env: NodeJS.ProcessEnv): ReadTable {
	return env.DB_TYPE === 'postgresdb' ? postgres(env) : sqlite(env.N8N_USER_FOLDER ?? '');
}

const selected = (table: string, columns: string[]) =>
	`select ${columns.map((column) => `"${column}"`).join(', ')} from "${table}"`;

function sqlite(userFolder: string): ReadTable {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	return async <Row>(table: string, columns: string[]) => {
		if (!existsSync(file)) return [];
		const database = new DatabaseSync(file, { readOnly: true });
		try {
			const there = database
				.prepare("select 1 from sqlite_master where type = 'table' and name = ?")
				.get(table);
			return there ? (database.prepare(selected(table, columns)).all() as unknown as Row[]) : [];
		} finally {
			database.close();
		}
	};
}

function postgres(env: NodeJS.ProcessEnv): ReadTable {
	const { DB_POSTGRESDB_HOST, DB_POSTGRESDB_PORT, DB_POSTGRESDB_DATABASE } = env;
	const { DB_POSTGRESDB_USER, DB_POSTGRESDB_PASSWORD } = env;
	return async <Row>(table: string, columns: string[]) => {
		const client = new pg.Client({
			...{ host: DB_POSTGRESDB_HOST, port: Number(DB_POSTGRESDB_PORT), database: DB_POSTGRESDB_DATABASE },
			...{ user: DB_POSTGRESDB_USER, password: DB_POSTGRESDB_PASSWORD },
		});
		await client.connect();
		try {
			const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
				`"${table}"`,
			]);
			return rows[0]?.there ? ((await client.query(selected(table, columns))).rows as Row[]) : [];
		} finally {
			await client.end();
		}
	};
}
