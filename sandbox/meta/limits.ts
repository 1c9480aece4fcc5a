const pairBurst = 45;
const pairIntervalMs = 6_000;

/** WhatsApp's send limits: 1 message per 6 s to one user after a burst of 45, and messages per second for the number. */
export class SendLimits {
	readonly #pairs = new Map<string, { left: number; at: number }>();
	#lastSecond: number[] = [];

	/** Counts a message to a user; false when the pair limit (131056) is reached. */
	takePair(address: string, now: number): boolean {
		const pair = this.#pairs.get(address) ?? { left: pairBurst, at: now };
		const left = Math.min(pairBurst, pair.left + Math.max(0, now - pair.at) / pairIntervalMs);
		const allowed = left >= 1;
		this.#pairs.set(address, { left: allowed ? left - 1 : left, at: now });
		return allowed;
	}

	/** Counts a message of the number; false when the throughput (130429) is reached. */
	takeThroughput(perSecond: number, now: number): boolean {
		this.#lastSecond = this.#lastSecond.filter((at) => at > now - 1_000);
		if (this.#lastSecond.length >= perSecond) return false;
		this.#lastSecond.push(now);
		return true;
	}

	clear(): void {
		this.#pairs.clear();
		this.#lastSecond = [];
	}
}
