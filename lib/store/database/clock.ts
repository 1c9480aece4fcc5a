import { sql } from 'kysely';
import type { Db } from './db.ts';
import { asNow, type Now } from './now.ts';

/** How far this process's clock may be off before it is corrected; below it the way to the server blurs the picture. */
const TOLERANCE_MS = 500;
/** The steady timer that bridges the time between two looks drifts by milliseconds an hour. */
const LOOK_AGAIN_MS = 60_000;

/** The two clocks of this machine: the time of day, which may be wrong or jump, and a steady timer. */
export interface LocalClock {
	timeOfDay(): number;
	steady(): number;
}

/** Tells the present. */
export interface Clock {
	now(): Promise<Now>;
	/** A timer of this machine that nobody sets, in ms from any beginning. */
	steady(): number;
}

const MACHINE: LocalClock = { timeOfDay: () => new Date().getTime(), steady: () => performance.now() };

/** The clock of this machine: all processes that use one SQLite file live by it. */
export function machineClock(local: LocalClock = MACHINE): Clock {
	return { now: async () => asNow(new Date(local.timeOfDay())), steady: () => local.steady() };
}

/**
 * The database's clock. Several processes on several hosts share one store, and only one clock may decide what is due and
 * which lease has run out; a process whose own clock is wrong neither sends early nor takes away a lease.
 */
export class DatabaseClock implements Clock {
	private look?: Look;
	private looking?: Promise<Look>;

	constructor(
		private readonly db: Db,
		private readonly local: LocalClock = MACHINE,
	) {}

	/** The server is asked once a minute; in between the steady timer counts on. */
	async now(): Promise<Now> {
		const look = this.look && this.holds(this.look) ? this.look : await this.lookAgain();
		const theirs = Math.round(look.database + this.local.steady() - look.steady);
		const ours = this.local.timeOfDay();
		return asNow(new Date(Math.abs(theirs - ours) <= TOLERANCE_MS ? ours : theirs));
	}

	steady(): number {
		return this.local.steady();
	}

	/** A machine that slept, or whose time of day was set, has to look again: a steady timer may have slept too. */
	private holds({ steady, timeOfDay }: Look): boolean {
		const passed = this.local.steady() - steady;
		const seemsPassed = this.local.timeOfDay() - timeOfDay;
		return passed < LOOK_AGAIN_MS && Math.abs(passed - seemsPassed) <= TOLERANCE_MS;
	}

	private async lookAgain(): Promise<Look> {
		this.looking ??= this.readClock().finally(() => (this.looking = undefined));
		try {
			return (this.look = await this.looking);
		} catch (error) {
			// What was seen last goes wrong by milliseconds; whether the server can be used shows when it is used.
			if (this.look) return this.look;
			throw error;
		}
	}

	private async readClock(): Promise<Look> {
		const before = this.local.steady();
		const { rows } = await sql<{ at: number }>`
			select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`.execute(this.db);
		const after = this.local.steady();
		// The answer is as old as its way back.
		const steady = before + (after - before) / 2;
		return { database: rows[0]?.at as number, steady, timeOfDay: this.local.timeOfDay() - (after - steady) };
	}
}

/** What all three clocks told at one moment. */
interface Look {
	database: number;
	steady: number;
	timeOfDay: number;
}
