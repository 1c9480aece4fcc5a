import { sql } from 'kysely';
import type { Db } from './db.ts';

/** How far this process's clock may be off before it is corrected; below it the way to the server blurs the picture. */
const TOLERANCE_MS = 500;
/** The steady timer that bridges the time between two looks drifts by milliseconds an hour. */
const LOOK_AGAIN_MS = 60_000;

/** The two clocks of this machine: the time of day, which may be wrong or jump, and a steady timer. */
export interface LocalClock {
	timeOfDay(): number;
	steady(): number;
}

const MACHINE: LocalClock = { timeOfDay: () => new Date().getTime(), steady: () => performance.now() };

/**
 * The database's clock. Several processes on several hosts share one store, and only one clock may decide what is due and
 * which lease has run out; a process whose own clock is wrong neither sends early nor takes away a lease.
 */
export class DatabaseClock {
	private look?: { database: number; steady: number };
	private looking?: Promise<void>;

	constructor(
		private readonly db: Db,
		private readonly local: LocalClock = MACHINE,
	) {}

	/** Brings instants that were read from this process's clock to the database's clock. */
	async correction(): Promise<(instant: Date) => Date> {
		const isFresh = this.look && this.local.steady() - this.look.steady < LOOK_AGAIN_MS;
		if (!isFresh) await (this.looking ??= this.readClock().finally(() => (this.looking = undefined)));
		const { database, steady } = this.look as { database: number; steady: number };
		const skew = database + (this.local.steady() - steady) - this.local.timeOfDay();
		return (instant) =>
			Math.abs(skew) <= TOLERANCE_MS ? instant : new Date(instant.getTime() + Math.round(skew));
	}

	private async readClock(): Promise<void> {
		const before = this.local.steady();
		const { rows } = await sql<{ at: number }>`
			select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`.execute(this.db);
		const after = this.local.steady();
		// The answer is as old as its way back.
		this.look = { database: rows[0]?.at as number, steady: before + (after - before) / 2 };
	}
}
