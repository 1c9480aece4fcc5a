import { SqliteDialect, SqliteQueryCompiler, type QueryCompiler, type SelectModifierNode } from 'kysely';

const LOCKING = new Set(['ForUpdate', 'ForNoKeyUpdate', 'ForShare', 'ForKeyShare', 'NoWait', 'SkipLocked']);

/**
 * SQLite lets one transaction write at a time, so a lock on a row is neither needed nor known there. Leaving it out here
 * keeps the queries the same for both databases.
 */
class OneWriterCompiler extends SqliteQueryCompiler {
	protected override visitSelectModifier(node: SelectModifierNode): void {
		if (!LOCKING.has(node.modifier ?? '')) super.visitSelectModifier(node);
	}
}

/** Kysely's dialect for SQLite, without row locks. */
export class OneWriterDialect extends SqliteDialect {
	override createQueryCompiler(): QueryCompiler {
		return new OneWriterCompiler();
	}
}
