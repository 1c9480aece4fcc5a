const MINUTE_MS = 60_000;

/**
 * Spreads work evenly: after downtime hundreds of follow-ups are due at once, and all of them at once would be refused by
 * Meta (80 messages a second and account) or keep n8n from everything else.
 */
export class Pace {
	private saved: number;
	private savedAt?: number;

	/** `perMinute` 0 means no limit; `burst` is how much may be taken at once after a quiet time. */
	constructor(
		private readonly perMinute: number,
		private readonly burst: number,
	) {
		this.saved = burst;
	}

	/** How many may be taken now, at most `wanted`. */
	allows(wanted: number, now: Date): number {
		if (this.perMinute === 0) return wanted;
		const gained =
			(Math.max(0, now.getTime() - (this.savedAt ?? now.getTime())) * this.perMinute) / MINUTE_MS;
		this.saved = Math.min(this.burst, this.saved + gained);
		this.savedAt = now.getTime();
		return Math.max(0, Math.min(wanted, Math.floor(this.saved)));
	}

	/** Some were taken; of one conversation all come together, so it may be more than allowed, which is saved later. */
	took(count: number): void {
		if (this.perMinute > 0) this.saved -= count;
	}

	/** How long until a full batch may be taken, in ms. */
	untilNext(wanted: number): number {
		if (this.perMinute === 0) return 0;
		const missing = Math.min(wanted, this.burst) - this.saved;
		return Math.max(0, Math.ceil((missing * MINUTE_MS) / this.perMinute));
	}
}
