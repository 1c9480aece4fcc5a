import type { Kysely } from 'kysely';
import { Migrator, type MigrationProvider, type MigrationResult } from 'kysely/migration';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import { StoreUnavailableError } from './unavailable.ts';
import * as firstTables from './migrations/0001-0010/0001-first-tables.ts';
import * as fairClaims from './migrations/0001-0010/0002-fair-claims.ts';
import * as sending from './migrations/0001-0010/0003-sending.ts';
import * as answeredEvents from './migrations/0001-0010/0004-answered-events.ts';
import * as managing from './migrations/0001-0010/0005-managing.ts';
import * as statistics from './migrations/0001-0010/0006-statistics.ts';
import * as chatbotSources from './migrations/0001-0010/0007-chatbot-sources.ts';
import * as secrets from './migrations/0001-0010/0008-secrets.ts';
import * as wentOut from './migrations/0001-0010/0009-went-out.ts';
import * as nextPlan from './migrations/0001-0010/0010-next-plan.ts';
import * as reactions from './migrations/0011-0020/0011-reactions.ts';
import * as optOutNote from './migrations/0011-0020/0012-opt-out-note.ts';
import * as threadOwner from './migrations/0011-0020/0013-thread-owner.ts';
import * as wishes from './migrations/0011-0020/0014-wishes.ts';
import * as earlierOwner from './migrations/0011-0020/0015-earlier-owner.ts';
import * as firstDue from './migrations/0011-0020/0016-first-due.ts';
import * as companions from './migrations/0011-0020/0017-companions.ts';
import * as runState from './migrations/0011-0020/0018-run-state.ts';
import * as sentItems from './migrations/0011-0020/0019-sent-items.ts';
import * as dueTriggers from './migrations/0011-0020/0020-due-triggers.ts';
import * as keptHere from './migrations/0021-0030/0021-kept-here.ts';
import * as published from './migrations/0021-0030/0022-published.ts';
import * as profiles from './migrations/0021-0030/0023-profiles.ts';
import * as accountClocks from './migrations/0021-0030/0024-account-clocks.ts';
import * as costsOfWhom from './migrations/0021-0030/0025-costs-of-whom.ts';
import * as waitingStarts from './migrations/0021-0030/0026-waiting-starts.ts';
import * as accountApps from './migrations/0021-0030/0027-account-apps.ts';
import * as credentialPauses from './migrations/0021-0030/0028-credential-pauses.ts';
import * as messageMedia from './migrations/0021-0030/0029-message-media.ts';
import * as staffEvents from './migrations/0021-0030/0030-staff-events.ts';

/**
 * All migrations in order; a new one is a new file and a new line here. In SQL they name a table by `sql.table`, which
 * brings its schema along.
 */
const MIGRATIONS = {
	'0001-first-tables': firstTables,
	'0002-fair-claims': fairClaims,
	'0003-sending': sending,
	'0004-answered-events': answeredEvents,
	'0005-managing': managing,
	'0006-statistics': statistics,
	'0007-chatbot-sources': chatbotSources,
	'0008-secrets': secrets,
	'0009-went-out': wentOut,
	'0010-next-plan': nextPlan,
	'0011-reactions': reactions,
	'0012-opt-out-note': optOutNote,
	'0013-thread-owner': threadOwner,
	'0014-wishes': wishes,
	'0015-earlier-owner': earlierOwner,
	'0016-first-due': firstDue,
	'0017-companions': companions,
	'0018-run-state': runState,
	'0019-sent-items': sentItems,
	'0020-due-triggers': dueTriggers,
	'0021-kept-here': keptHere,
	'0022-published': published,
	'0023-profiles': profiles,
	'0024-account-clocks': accountClocks,
	'0025-costs-of-whom': costsOfWhom,
	'0026-waiting-starts': waitingStarts,
	'0027-account-apps': accountApps,
	'0028-credential-pauses': credentialPauses,
	'0029-message-media': messageMedia,
	'0030-staff-events': staffEvents,
};

/**
 * Brings the database to the present schema. Each migration runs once; all that are missing run in one transaction.
 * @throws StoreUnavailableError when a migration fails; the database is then as it was before.
 */
export async function migrate(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
	const provider: MigrationProvider = {
		getMigrations: async () =>
			Object.fromEntries(
				Object.entries(MIGRATIONS).map(([name, { up }]) => [
					name,
					{ up: async (inside) => await up(inside, dialect) },
				]),
			),
	};
	await dialect.withMigrationLock(db, async (connection) => {
		const migrator = new Migrator({
			db: connection,
			provider,
			...(dialect.schema ? { migrationTableSchema: dialect.schema } : {}),
			migrationTableName: 'meta_followup_migrations',
			migrationLockTableName: 'meta_followup_migration_lock',
		});
		const { error, results = [] } = await migrator.migrateToLatest();
		// Thrown inside, so that a migration that failed half-way is rolled back.
		if (error) throw explained(error, results);
	});
}

function explained(error: unknown, results: readonly MigrationResult[]): StoreUnavailableError {
	if (error instanceof StoreUnavailableError) return error;
	const unknownStep = /previously executed migration (\S+) is missing/.exec(String(error))?.[1];
	if (unknownStep)
		return new StoreUnavailableError(
			`The follow-up store was brought up to date by a newer version of this package (it has the step "${unknownStep}", which is not known here)`,
			'It was left as it is. Install that version of n8n-nodes-meta-followup again, in every n8n that uses this store, or put back a backup from before the update',
			{ cause: error },
		);
	const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? 'none was started';
	return new StoreUnavailableError(
		`The follow-up store could not be brought up to date (migration ${failed}): ${String(error)}`,
		'It is as it was before. Check that its user may make tables and that the disk is not full.',
		{ cause: error },
	);
}
