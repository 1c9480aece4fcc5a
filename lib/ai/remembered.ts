/** What is known of at most so many things and for so long, the oldest forgotten first. */
export class Remembered<T> {
	readonly #known = new Map<string, { value: T; until: number }>();
	readonly #options: { most: number; forMs: number };
	readonly #clock: () => number;

	constructor(options: { most: number; forMs: number }, clock: () => number = Date.now) {
		this.#options = options;
		this.#clock = clock;
	}

	get(key: string): T | undefined {
		const found = this.#known.get(key);
		if (found && found.until > this.#clock()) return found.value;
		this.#known.delete(key);
		return undefined;
	}

	/** Known from now on; for what was known before, the time begins anew. */
	set(key: string, value: T): void {
		this.#known.delete(key);
		this.#known.set(key, { value, until: this.#clock() + this.#options.forMs });
		const [oldest] = this.#known.keys();
		if (this.#known.size > this.#options.most && oldest !== undefined) this.#known.delete(oldest);
	}

	forget(key: string): void {
		this.#known.delete(key);
	}
}
