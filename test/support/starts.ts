import type { ClaimedStart, EventKind, Now, StartListener, Store } from '../../lib/index.ts';
import { newId } from './customer.ts';
import { after } from './time.ts';

export const LEASE_MS = 30_000;
const HOUR = 3_600_000;

/** A trigger that listens for messages, under an ID of its own. */
export async function newListener(
	store: Store,
	now: Now,
	more: Partial<StartListener> & { kinds?: EventKind[] } = {},
): Promise<StartListener> {
	const { kinds = ['message'], ...others } = more;
	const listener: StartListener = {
		...{ id: newId('trigger'), includeRaw: false, plannedBy: [] },
		wants: { kinds, states: [], accounts: [] },
		...others,
	};
	await store.listenForStarts(listener, now);
	return listener;
}

/** What a trigger is handed out now. */
export async function takeStarts(
	store: Store,
	{ id }: Pick<StartListener, 'id'>,
	now: Now,
	limit = 100,
): Promise<ClaimedStart[]> {
	return (await store.claimStarts({ listener: id, now, limit, leaseMs: LEASE_MS })).starts;
}

/** Takes all there is, one after the other as their conversations allow; gives the IDs of the events in order. */
export async function takeAll(
	store: Store,
	listener: Pick<StartListener, 'id'>,
	now: Now,
): Promise<string[]> {
	const ids: string[] = [];
	for (;;) {
		const starts = await takeStarts(store, listener, now);
		if (starts.length === 0) return ids;
		ids.push(...starts.map(({ event }) => event.id));
		await store.startsBegun(starts);
	}
}

export const hours = (count: number, from: Date): Now => after(count * HOUR, from);
