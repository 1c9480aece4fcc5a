import type { MessagingEvent } from '../../lib/messaging/messaging-event.ts';
import { conversationKey } from '../../lib/messaging/conversation-key.ts';
import type { Store } from '../../lib/store/store.ts';
import { HOUR, MINUTE, type Customer, type World } from './world.ts';
import { namedBy } from './writings.ts';

export const ACCOUNT = '210000000000001';

export function keyOf({ channel, contact }: Customer): string {
	return conversationKey({ channel, account: ACCOUNT, contact: contact.id });
}

/** The same as people of the business write it, who have the other writing of some numbers. */
export function keyByPeople({ channel, contact, writings }: Customer): string {
	return conversationKey({ channel, account: ACCOUNT, contact: writings?.[1] ?? contact.id });
}

let ids = 0;

/** An event of a customer's conversation, as the parsers would make it. */
export function eventOf(
	customer: Customer,
	kind: MessagingEvent['kind'],
	at: number,
	more: Partial<MessagingEvent> = {},
): MessagingEvent {
	const { channel } = customer;
	const contact = namedBy(customer, kind, at);
	const base = { kind, id: `e${++ids}`, channel, account: ACCOUNT, contact };
	return { ...base, at: new Date(at).toISOString(), opensWindow: false, raw: {}, ...more };
}

/**
 * Meta delivers late, twice and out of order, and again when the store is down. `taken` runs when the business has it;
 * from then on it may be held to it.
 */
export function deliver(
	world: World,
	store: Store,
	event: MessagingEvent,
	taken: (isNew: boolean) => Promise<void>,
	late?: number,
): void {
	deliverTogether(world, store, [event], taken, late);
}

/** Several events in one webhook, which comes after the last of them. */
export function deliverTogether(
	world: World,
	store: Store,
	all: readonly MessagingEvent[],
	taken: (isNew: boolean) => Promise<void>,
	oftenLate = 0.03,
): void {
	const { chance, clock } = world;
	const last = Math.max(...all.map(({ at }) => Date.parse(at)));
	const late = chance.happens(oftenLate) ? chance.between(MINUTE, 3 * HOUR) : chance.between(200, 20_000);
	const arrive = async (): Promise<void> => {
		if (world.isDown('store')) {
			world.count('webhooks answered 500');
			clock.at(clock.now + chance.between(MINUTE, 20 * MINUTE), arrive);
			return;
		}
		const { events, duplicates } = await store.ingest([...all], world.now);
		world.count('webhooks');
		world.lastHeardAt = Math.max(world.lastHeardAt, clock.now);
		if (duplicates > 0) world.count('webhooks that came again');
		await taken(events.length > 0);
	};
	clock.at(last + late, arrive);
	if (chance.happens(0.05)) clock.at(last + late + chance.between(1, HOUR), arrive);
}
