/** Random numbers that a seed brings back, whatever machine runs them (mulberry32). */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed;
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	happens(share: number): boolean {
		return this.next() < share;
	}

	between(least: number, most: number): number {
		return Math.floor(least + this.next() * (most - least));
	}

	oneOf<T>(values: readonly T[]): T {
		return values[this.between(0, values.length)] as T;
	}
}
