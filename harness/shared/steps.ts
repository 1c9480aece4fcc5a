import { secondsSince } from './time.ts';

/** Prints each step with the time that has passed since the beginning. */
export class Steps {
	readonly #start = performance.now();

	log = (text: string): void => {
		console.log(`[${secondsSince(this.#start).padStart(7)}] ${text}`);
	};

	/** The time since the beginning. */
	passed(): string {
		return secondsSince(this.#start);
	}
}
