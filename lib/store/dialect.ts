import type { ColumnDefinitionBuilder, Dialect as KyselyDialect } from 'kysely';

/** The few places in which the two databases differ. */
export interface Dialect {
	kysely: KyselyDialect;
	/** Type of a primary key that numbers itself. */
	serialType: 'integer' | 'bigint';
	asSerial(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
	/** How many rows one insert may carry: databases limit the parameters of a statement. */
	insertChunk: number;
	/** Whether claims skip rows that another process has locked. */
	skipsLocked: boolean;
}
