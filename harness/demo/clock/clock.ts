import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../../shared/cli-error.ts';

const PRELOAD = join(import.meta.dirname, 'preload.cjs');
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 30_000;

interface ClockOptions {
	/** An empty folder for the clock; whoever starts the clock removes it. */
	folder: string;
	/** How many seconds of the clock pass in a real one; 1 unless given. */
	speed?: number;
	/** When the clock starts; this machine's time unless given. */
	start?: Date;
}

/**
 * A clock for other processes, faster than this machine's or ahead of it. Start n8n and the sandbox with its `env`, and
 * both live by it: `new Date()`, n8n's cron and waiting executions, the package's own pauses. Time limits of requests stay
 * real, and so does Postgres: the package trusts a database server's clock, so a demo clock goes with the embedded store.
 */
export class DemoClock {
	#speed: number;
	/** To be put into the environment of every process that shall follow. */
	readonly env: Record<string, string>;
	readonly #folder: string;
	#revision = 0;
	#ahead: { real: number; virtual: number };

	constructor({ folder, speed = 1, start = new Date() }: ClockOptions) {
		requireSpeed(speed);
		this.#speed = speed;
		this.#folder = folder;
		this.#ahead = { real: Date.now(), virtual: start.getTime() };
		this.env = {
			FOLLOW_UP_DEMO_CLOCK: folder,
			NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)}`,
		};
		mkdirSync(join(folder, 'followers'), { recursive: true });
		this.#write();
	}

	/** The time of the clock. */
	now(): Date {
		const { real, virtual } = this.#ahead;
		return new Date(virtual + Math.floor((Date.now() - real) * this.#speed));
	}

	/** Puts the clock forward, e.g. by 4 hours, and resolves when every process that follows it has taken over the new time. */
	async advance(ms: number): Promise<void> {
		if (!(ms > 0))
			throw new CliError(`The clock was to advance by ${ms} ms; time only goes forward, give more than 0.`);
		await this.#change(this.#speed, ms);
	}

	/** Lets time pass faster or slower from now on, and waits as `advance` does. */
	async setSpeed(speed: number): Promise<void> {
		requireSpeed(speed);
		await this.#change(speed, 0);
	}

	async #change(speed: number, aheadMs: number): Promise<void> {
		this.#ahead = { real: Date.now(), virtual: this.now().getTime() + aheadMs };
		this.#speed = speed;
		this.#revision++;
		this.#write();
		const giveUpAt = performance.now() + PATIENCE_MS;
		for (;;) {
			const late = this.#behind();
			if (late.length === 0) return;
			if (performance.now() > giveUpAt)
				throw new CliError(
					`The processes ${late.join(', ')} have not taken over the clock's new time after ${PATIENCE_MS / 1000} s. They may be blocked.`,
				);
			await sleep(LOOK_EVERY_MS);
		}
	}

	/** Puts the clock forward to a time that is still to come, and waits as `advance` does. */
	async advanceTo(time: Date): Promise<void> {
		await this.advance(time.getTime() - this.now().getTime());
	}

	#write(): void {
		const file = join(this.#folder, 'clock.json');
		const { real, virtual } = this.#ahead;
		writeFileSync(
			`${file}.new`,
			JSON.stringify({ revision: this.#revision, real, virtual, speed: this.#speed }),
		);
		// In one step: a process that reads at this moment gets the old time or the new one, never half of it.
		renameSync(`${file}.new`, file);
	}

	#behind(): string[] {
		const folder = join(this.#folder, 'followers');
		return readdirSync(folder).filter((pid) => {
			if (!/^\d+$/.test(pid) || !isRunning(Number(pid))) return false;
			return Number(seenBy(join(folder, pid))) < this.#revision;
		});
	}
}

function requireSpeed(speed: number): void {
	if (!(speed > 0)) throw new CliError(`The speed of the clock is ${speed}; it must be a number above 0.`);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

function seenBy(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// It ended just now and took its note with it.
		return 'Infinity';
	}
}
