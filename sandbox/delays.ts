/** Runs something after a delay; a simulation passes its own, driven by its own clock. */
export type Timers = { after(ms: number, run: () => void): () => void };

export const realTimers: Timers = {
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};

/** The sandbox's own delays: scaled by its speed, and all forgotten when it closes or is reset. */
export class Delays {
	readonly #timers: Timers;
	readonly #speed: () => number;
	readonly #pending = new Set<() => void>();

	constructor(timers: Timers, speed: () => number) {
		this.#timers = timers;
		this.#speed = speed;
	}

	/** Runs after `ms` of the sandbox's time. */
	after(ms: number, run: () => void): void {
		const cancel = this.#timers.after(ms / this.#speed(), () => {
			this.#pending.delete(cancel);
			run();
		});
		this.#pending.add(cancel);
	}

	/** Forgets everything that was going to run. */
	clear(): void {
		for (const cancel of this.#pending) cancel();
		this.#pending.clear();
	}
}
