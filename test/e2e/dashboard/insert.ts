import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Puts a row into a table. */
export type Insert = (table: string, row: Record<string, SQLInputValue>) => void;

/** One prepared statement per shape of a row. */
export function inserter(database: DatabaseSync): Insert {
	const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
	return (table, row) => {
		const columns = Object.keys(row);
		const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
		if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
		prepared.get(sql)?.run(...Object.values(row));
	};
}
