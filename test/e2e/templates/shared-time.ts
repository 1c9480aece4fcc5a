import { writeFileSync } from 'node:fs';

/** Moments as near as this to the next one are taken together, so that the scenarios need not wait for each other. */
const TOGETHER_MS = 10 * 60_000;

/** What n8n has to be started with, so that its time is the one of the scenarios. */
export interface ClockEnvironment {
	NODE_OPTIONS: string;
	META_FOLLOWUP_CLOCK_FILE: string;
}

/**
 * The time in which several scenarios run at once. A scenario says until when nothing happens in it; when that is true of all
 * of them, the time goes on to the nearest of these moments.
 */
export class SharedTime {
	readonly environment: ClockEnvironment;
	#ahead = 0;
	#running = 0;
	#waiting: { at: number; goOn: () => void }[] = [];

	constructor(file: string, preload: string, start: Date) {
		this.#ahead = start.getTime() - Date.now();
		this.environment = { NODE_OPTIONS: `--require ${preload}`, META_FOLLOWUP_CLOCK_FILE: file };
		this.#write();
	}

	/** Milliseconds since 1970, as n8n sees it. */
	now = (): number => Date.now() + this.#ahead;

	/** Runs all of them side by side. */
	async sideBySide<T>(runs: (() => Promise<T>)[]): Promise<T[]> {
		this.#running = runs.length;
		return await Promise.all(
			runs.map(async (run) => {
				try {
					return await run();
				} finally {
					this.#running -= 1;
					this.#goOn();
				}
			}),
		);
	}

	/** Resolves at that moment, or at once when it has passed. */
	async until(at: Date | number): Promise<void> {
		const moment = Number(at);
		if (moment <= this.now()) return;
		await new Promise<void>((goOn) => {
			this.#waiting.push({ at: moment, goOn });
			this.#goOn();
		});
	}

	#goOn(): void {
		if (this.#waiting.length === 0 || this.#waiting.length < this.#running) return;
		const nearest = Math.min(...this.#waiting.map(({ at }) => at));
		const together = this.#waiting.filter(({ at }) => at <= nearest + TOGETHER_MS);
		this.#waiting = this.#waiting.filter((one) => !together.includes(one));
		this.#ahead += Math.max(0, Math.max(...together.map(({ at }) => at)) - this.now());
		this.#write();
		for (const { goOn } of together) goOn();
	}

	#write(): void {
		writeFileSync(this.environment.META_FOLLOWUP_CLOCK_FILE, String(this.#ahead));
	}
}
