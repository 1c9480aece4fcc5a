import fc from 'fast-check';
import type { Channel, Conversation, MessagingEvent, Store } from '../../../lib/index.ts';
import type { Now } from '../../../lib/store/database/now.ts';
import { agentOf } from '../../support/agent.ts';
import { newCustomer, newId, type Customer } from '../../support/customer.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

/** What a path tells, in the words of this test. */
type Meaning = 'stop' | 'stopOffers' | 'stopAtMeta' | 'stopOffersByHand' | 'stopByHand' | 'agree' | 'resume';
type Doing = (
	customer: Customer,
	at: Now,
	place: number,
) => MessagingEvent | ((store: Store) => Promise<unknown>);

interface Path {
	means: Meaning;
	does: Doing;
	/** Where it exists. */
	on?: Channel[];
}

const WHATSAPP: Channel[] = ['whatsapp'];
const SAID = 'por favor no me escriban más';
const OFFERS = 'no quiero recibir más promociones';

const preference =
	(value: 'stop' | 'resume'): Doing =>
	(customer, at) =>
		customer.event('preference', at, { preference: { category: 'marketing_messages', value } });

/** Every path by which a wish comes in. */
const PATHS: Record<string, Path> = {
	word: { means: 'stop', does: (customer, at) => customer.writes(SAID, at) },
	toAnotherApp: { means: 'stop', does: (customer, at) => agentOf(customer).hears('STOP', at) },
	edited: {
		means: 'stop',
		does: (customer, at) =>
			customer.event('other', at, { correction: { action: 'edit', messageId: 'wamid.x', text: SAID } }),
	},
	fromElsewhere: {
		means: 'stop',
		does:
			({ key }, at, place) =>
			async (store) =>
				await store.addMessage(
					{ key },
					{ by: 'customer', text: SAID, saidAt: at, messageId: `${key}:${place}` },
					after(HOUR),
				),
	},
	history: {
		means: 'stop',
		on: WHATSAPP,
		does: (customer, at) => {
			const id = newId('wamid');
			return customer.event('history', at, { id, message: { id, type: 'text', text: 'STOP' } });
		},
	},
	offers: { means: 'stopOffers', does: (customer, at) => customer.writes(OFFERS, at) },
	button: {
		means: 'stopOffers',
		on: WHATSAPP,
		does: (customer, at) => {
			const id = newId('wamid');
			const message = { id, type: 'button', text: 'Stop promotions', payload: 'Stop promotions' };
			return customer.event('message', at, { id, opensWindow: true, message });
		},
	},
	stopsAtMeta: { means: 'stopAtMeta', does: preference('stop') },
	refusedLater: {
		means: 'stopAtMeta',
		on: WHATSAPP,
		does: (customer, at) => {
			const errors = [{ code: 131050, message: 'User has stopped marketing messages' }];
			return customer.event('status', at, { status: { messageId: newId('wamid'), state: 'failed', errors } });
		},
	},
	refusedAtOnce: {
		means: 'stopAtMeta',
		on: WHATSAPP,
		does:
			({ key }, at) =>
			async (store) =>
				await store.stopMarketing(key, at),
	},
	resumesAtMeta: { means: 'resume', does: preference('resume') },
	stoppedByHand: {
		means: 'stopByHand',
		does:
			({ key }, at) =>
			async (store) =>
				await store.optOut({ key }, 'all', at),
	},
	offersStoppedByHand: {
		means: 'stopOffersByHand',
		does:
			({ key }, at) =>
			async (store) =>
				await store.optOut({ key }, 'marketing', at),
	},
	agrees: {
		means: 'agree',
		does:
			({ key }, at, place) =>
			async (store) =>
				await store.optIn({ key }, `Form ${place}`, at),
	},
};

/** What happened, some of it in the same minute; told in which order, some of it twice, by which of two IDs. */
const story = fc.constantFrom<Channel>('whatsapp', 'instagram', 'messenger').chain((channel) => {
	const names = Object.keys(PATHS).filter((name) => PATHS[name]?.on?.includes(channel) ?? true);
	return fc
		.array(
			fc.record({
				name: fc.constantFrom(...names),
				minute: fc.integer({ min: 1, max: 12 }),
				byOther: fc.boolean(),
			}),
			{
				minLength: 1,
				maxLength: 7,
			},
		)
		.chain((wishes) => {
			const places = wishes.map((_, place) => place);
			return fc.record({
				channel: fc.constant(channel),
				wishes: fc.constant(wishes),
				again: fc.subarray(places),
				order: fc.shuffledSubarray(places, { minLength: places.length }),
				joinedAfter: fc.integer({ min: 0, max: places.length }),
			});
		});
});

describe.each(databases)('wishes of a customer, on $name', (kind) => {
	const open = useStore(kind);

	test('late, twice, in any order and by two IDs: what stands is what they wished last', async () => {
		await fc.assert(
			fc.asyncProperty(story, async ({ channel, wishes, again, order, joinedAfter }) => {
				const { store } = open;
				const [one, other] = [newCustomer({ channel }), newCustomer({ channel })];
				await store.ingest([one.writes('Hi', START), other.writes('Hi', START)], START);
				const doings = wishes.map(({ name, minute, byOther }, place) =>
					PATHS[name]?.does(byOther ? other : one, after(minute * MINUTE), place),
				);
				const tell = async (place: number): Promise<void> => {
					const doing = doings[place];
					if (typeof doing === 'function') await doing(store);
					else await store.ingest([doing as MessagingEvent], after(HOUR));
				};
				for (const [turn, place] of [...order, ...again].entries()) {
					if (turn === joinedAfter)
						await store.ingest([one.hasNewId(other.contact, after(HOUR))], after(HOUR));
					await tell(place);
				}
				if (joinedAfter === order.length + again.length)
					await store.ingest([one.hasNewId(other.contact, after(HOUR))], after(HOUR));
				const facts = (await store.conversation(one.key)) as Conversation;
				expect(facts.key).toBe(other.key);
				expect(shown(facts)).toEqual(
					wished(
						wishes.map(({ name, minute }, place) => ({
							means: PATHS[name]?.means as Meaning,
							minute,
							place,
						})),
					),
				);
			}),
			{ numRuns: kind.name === 'SQLite' ? 300 : 60 },
		);
	}, 180_000);
});

function shown(facts: Conversation) {
	const { optedOutAt, optedOutBy, marketingOptedOutAt, marketingOptedOutBy, optedInAt, optedInNote } = facts;
	return { optedOutAt, optedOutBy, marketingOptedOutAt, marketingOptedOutBy, optedInAt, optedInNote };
}

/** Sorted by the customer's time, a stop after what lifts it in the same minute; then one after the other. */
function wished(all: { means: Meaning; minute: number; place: number }[]) {
	const lifts = (means: Meaning): Meaning[] =>
		means === 'agree'
			? ['stop', 'stopByHand', 'stopOffers', 'stopOffersByHand']
			: means === 'resume'
				? ['stopOffers', 'stopOffersByHand', 'stopAtMeta']
				: [];
	const sorted = all.toSorted(
		(a, b) =>
			a.minute - b.minute || Number(lifts(a.means).length === 0) - Number(lifts(b.means).length === 0),
	);
	const standing = new Map<Meaning, string>();
	let agreed: { optedInAt: string; optedInNote: string } | undefined;
	for (const { means, minute } of sorted) {
		const at = after(minute * MINUTE).toISOString();
		for (const lifted of lifts(means)) standing.delete(lifted);
		if (lifts(means).length === 0) standing.set(means, at);
		if (means !== 'agree') continue;
		const notes = all
			.filter((one) => one.means === 'agree' && one.minute === minute)
			.map(({ place }) => `Form ${place}`);
		agreed = { optedInAt: at, optedInNote: notes.sort().at(-1) as string };
	}
	const first = (...meanings: Meaning[]) => meanings.find((means) => standing.has(means));
	const stop = first('stop', 'stopByHand');
	const offers = first('stopOffers', 'stopAtMeta', 'stopOffersByHand');
	const by = {
		stop: 'customer',
		stopOffers: 'customer',
		stopByHand: 'business',
		stopOffersByHand: 'business',
	};
	return {
		optedOutAt: stop && standing.get(stop),
		optedOutBy: stop && by[stop as keyof typeof by],
		marketingOptedOutAt: offers && standing.get(offers),
		marketingOptedOutBy: offers && by[offers as keyof typeof by],
		optedInAt: undefined,
		optedInNote: undefined,
		...agreed,
	};
}
