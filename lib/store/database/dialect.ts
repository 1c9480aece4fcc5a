import type { ColumnDefinitionBuilder, Dialect as KyselyDialect, RawBuilder } from 'kysely';
import type { Db } from './db.ts';

/** The few places in which the two databases differ. */
export interface Dialect {
	kysely: KyselyDialect;
	/** The tables stand in a schema of their own, where the database has schemas. */
	schema?: string;
	/** Type of a primary key that numbers itself. */
	serialType: 'integer' | 'bigint';
	asSerial(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
	/** Whether rows have locks of their own; where one transaction writes at a time there is nothing to lock. */
	locksRows: boolean;
	/** Whether a query may join each row of one table with a query about that row. */
	knowsLateral: boolean;
	/** Whether one statement may change many rows, each to values of its own. */
	updatesFromValues: boolean;
	/** How many rows one insert may carry: databases limit the parameters of a statement. */
	insertChunk: number;
	/**
	 * Runs transactions that a power failure (not a crash of the process) may undo, where that is cheaper: for what is good to
	 * know and decides nothing.
	 */
	withAsyncCommit<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T>;
	/** Tells those who wait for events that start workflows, in the transaction that stores some. */
	tellStarts(tx: Db): Promise<void>;
	/** Calls back when another transaction told so, as far as the database can; whoever waits looks by itself too. */
	watchStarts(wake: () => void): Promise<() => Promise<void>>;
	/** The number under a key of a column that holds a JSON object; null if there is none. */
	jsonNumber(column: RawBuilder<unknown>, key: string): RawBuilder<number | null>;
	/** Does something on one connection that no other process does at the same time: bringing the tables up to date. */
	withMigrationLock<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T>;
	/** Takes what was deleted out of the journal too, where the journal is a file beside the database. */
	truncateJournal(db: Db): Promise<void>;
}
