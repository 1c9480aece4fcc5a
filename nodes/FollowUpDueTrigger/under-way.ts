import type { Claim, Now, Store } from '../../lib/index.ts';

interface Batch {
	claims: Claim[];
	since: number;
	end: () => void;
}

/**
 * The executions that were started and are not over. n8n tells when one is; but a run whose job vanished with its queue
 * (Redis restarted without its data) is never told of, and its place would stay taken until n8n is restarted.
 */
export class UnderWay {
	readonly #batches = new Set<Batch>();
	readonly #leaseMs: number;

	constructor(leaseMs: number) {
		this.#leaseMs = leaseMs;
	}

	/** Notes a started execution. Returns what to call when n8n says that it is over; `end` runs once, whoever is first. */
	add(claims: Claim[], now: Date, end: () => void): () => void {
		const batch: Batch = { claims, since: now.getTime(), end };
		this.#batches.add(batch);
		return () => this.#over(batch);
	}

	/** Gives up executions older than a lease that hold none of their follow-ups any more. */
	async giveUpLost(store: Store, now: Now): Promise<void> {
		for (const batch of this.#batches) {
			if (now.getTime() - batch.since < this.#leaseMs) continue;
			// Prolongs by nothing: it only counts what is still held. A run that lives keeps its leases alive.
			if ((await store.extendLeases(batch.claims, 0, now)) === 0) this.#over(batch);
		}
	}

	#over(batch: Batch): void {
		if (this.#batches.delete(batch)) batch.end();
	}
}
