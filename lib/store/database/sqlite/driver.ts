import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteDriver, type DatabaseConnection, type SqliteDialectConfig } from 'kysely';
import { explained, isBusy } from './faults.ts';
import { Turns } from './turns.ts';

/**
 * How long a statement waits inside SQLite for another process's transaction, in ms. node:sqlite waits on n8n's own thread,
 * so that nothing else runs meanwhile: with 5,000 a backup tool that held the file stopped n8n for 10 s (2026-11-30).
 */
export const BUSY_TIMEOUT_MS = 20;
/** Between two tries n8n goes on with other work. Two processes do not come back at the same instant. */
const PAUSE_MS = { least: 30, most: 120 };
/** So long one holder of the file is waited for; Meta delivers again what fails then. */
const PATIENCE_MS = 15_000;
/** Whoever comes when the file has been held for that long already tries for a moment only. */
const MOMENT_MS = 500;

/**
 * Kysely's driver for SQLite that is patient with other processes: what their lock stopped is done again, without holding up
 * the event loop in between. A statement that found the file locked did nothing, so nothing is done twice.
 */
export class PatientDriver extends SqliteDriver {
	private patient: DatabaseConnection | undefined;
	private readonly turns = new Turns();
	/** Since when the file has been found locked without a break, by the steady clock. */
	private lockedSince: number | undefined;

	constructor(
		config: SqliteDialectConfig,
		private readonly file: string,
	) {
		super(config);
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		return (this.patient ??= this.patientOf(await super.acquireConnection()));
	}

	private patientOf(connection: DatabaseConnection): DatabaseConnection {
		return {
			executeQuery: async (query, options) =>
				await this.untilFree(async () => await connection.executeQuery(query, options)),
			streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
		} as DatabaseConnection;
	}

	private async untilFree<T>(work: () => Promise<T>): Promise<T> {
		const began = performance.now();
		for (;;) {
			try {
				const result = await work();
				this.lockedSince = undefined;
				await this.turns.give();
				return result;
			} catch (error) {
				if (!isBusy(error)) throw explained(error, this.file);
				this.lockedSince ??= began;
				const until = Math.max(this.lockedSince + PATIENCE_MS, began + MOMENT_MS);
				if (performance.now() >= until) throw explained(error, this.file);
				await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
			}
		}
	}
}
