import {
	CompiledQuery,
	PostgresAdapter,
	PostgresDialect,
	PostgresDriver,
	PostgresQueryCompiler,
	SchemableIdentifierNode,
	TableNode,
	type DatabaseConnection,
	type DialectAdapter,
	type Driver,
	type DropIndexNode,
	type PostgresDialectConfig,
	type QueryCompiler,
	type TransactionSettings,
} from 'kysely';
import { TABLES } from '../tables.ts';

const OURS: ReadonlySet<string> = new Set(TABLES);

export interface SessionlessConfig extends PostgresDialectConfig {
	/** The schema that holds the tables. */
	schema: string;
	/** Settings that hold for one transaction, as SQL. */
	limits: string;
}

/**
 * Kysely's dialect for PostgreSQL, without any state of the session. Behind a pooler in transaction mode (PgBouncer, Supabase,
 * Neon) each transaction may get another connection to the server, and what one sets or locks for its session others get.
 */
export class SessionlessDialect extends PostgresDialect {
	constructor(private readonly config: SessionlessConfig) {
		super(config);
	}

	override createDriver(): Driver {
		return new TransactionDriver(this.config);
	}

	override createAdapter(): DialectAdapter {
		return new WithoutSessionLock();
	}

	override createQueryCompiler(): QueryCompiler {
		return new SchemaCompiler(this.config.schema);
	}
}

/** Of a connection of Kysely's own, whose type it does not export. */
type Rollback = Parameters<PostgresDriver['rollbackTransaction']>;

class TransactionDriver extends PostgresDriver {
	constructor(private readonly config: SessionlessConfig) {
		super(config);
	}

	/** In one message, so that the settings cost no way to the server of their own. */
	override async beginTransaction(
		connection: DatabaseConnection,
		{ isolationLevel, accessMode }: TransactionSettings,
	): Promise<void> {
		const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
		const begin = `begin${isolation}${accessMode ? ` ${accessMode}` : ''}`;
		await connection.executeQuery(CompiledQuery.raw(`${begin}; ${this.config.limits}`));
	}

	/** Where the connection is lost the server rolls back by itself; the first error is the one that tells why. */
	override async rollbackTransaction(...[connection]: Rollback): Promise<void> {
		await super.rollbackTransaction(connection).catch(() => {});
	}
}

/**
 * Kysely would take a lock of the session, which stays with a connection of the pooler for whoever gets it next. Whoever
 * migrates holds a lock of the transaction already (`withMigrationLock`).
 */
class WithoutSessionLock extends PostgresAdapter {
	override async acquireMigrationLock(): Promise<void> {}

	override async releaseMigrationLock(): Promise<void> {}
}

/** Names the schema in each statement; whoever relies on the search path finds other tables behind a pooler, or none. */
class SchemaCompiler extends PostgresQueryCompiler {
	constructor(private readonly schema: string) {
		super();
	}

	protected override visitTable(node: TableNode): void {
		const { schema, identifier } = node.table;
		const bare = schema === undefined && OURS.has(identifier.name);
		super.visitTable(bare ? TableNode.createWithSchema(this.schema, identifier.name) : node);
	}

	protected override visitDropIndex(node: DropIndexNode): void {
		const name = SchemableIdentifierNode.createWithSchema(this.schema, node.name.identifier.name);
		super.visitDropIndex({ ...node, name });
	}
}
