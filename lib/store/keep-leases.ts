import type { Store } from './store.ts';
import type { Claim } from './queue/types.ts';

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
