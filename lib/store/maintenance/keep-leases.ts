import type { Store } from '../store.ts';
import type { Claim } from '../queue/types.ts';

/** Several signs of life fit into the shortest lease a user can set (one minute). */
const EVERY_MS = 20_000;
/** How long a lease holds after a sign of life: a stalled process has time to come back, a dead one is replaced soon. */
const HOLDS_MS = 2 * 60_000;

/** A steady timer; tests turn it by hand. Returns how to stop it. */
export type Repeat = (everyMs: number, run: () => void) => () => void;

const repeat: Repeat = (everyMs, run) => {
	const timer = setInterval(run, everyMs);
	// A lease must not keep n8n from ending.
	timer.unref();
	return () => clearInterval(timer);
};

/**
 * Does something that may take longer than a lease (model calls, a batch of requests to Meta) and keeps the leases alive
 * meanwhile, and for a while afterwards. A sign of life that fails is no harm: the guarded transition before sending
 * decides whether the follow-up is still ours.
 */
export async function keepingLeases<T>(
	store: Store,
	claims: Claim[],
	work: () => Promise<T>,
	{ every = repeat }: { every?: Repeat } = {},
): Promise<T> {
	if (claims.length === 0) return await work();
	const signOfLife = async (): Promise<void> => {
		await store
			.now()
			.then(async (now) => await store.extendLeases(claims, HOLDS_MS, now))
			.catch(() => 0);
	};
	const stop = every(EVERY_MS, () => void signOfLife());
	try {
		const result = await work();
		await signOfLife();
		return result;
	} finally {
		stop();
	}
}

export interface QueuedOptions {
	leaseMs: number;
	/** Then the run is no longer believed to come, and what it was handed goes back. */
	forMs: number;
	every?: Repeat;
}

/**
 * Keeps follow-ups handed out while the run that has them waits for its place in n8n, so that no second run is started for
 * them. It ends by itself when the run has begun with all of them, or when the time is over.
 * @returns what ends it: n8n said that the run is over.
 */
export function keepQueued(
	store: Store,
	claims: Claim[],
	{ leaseMs, forMs, every = repeat }: QueuedOptions,
): () => void {
	let left = Math.ceil(forMs / EVERY_MS);
	const signOfLife = async (): Promise<void> => {
		if (left-- <= 0) return stop();
		const held = await store.now().then(async (now) => await store.holdQueued(claims, leaseMs, now));
		if (held === 0) stop();
	};
	// One that fails is made up for by the next: several fit into a lease.
	const stop = every(EVERY_MS, () => void signOfLife().catch(() => undefined));
	return stop;
}
