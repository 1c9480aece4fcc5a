import fc from 'fast-check';
import type { Conversation, MessagingEvent } from '../../../lib/index.ts';
import { agentOf } from '../../support/agent.ts';
import { newCustomer, type Customer } from '../../support/customer.ts';
import { databases, useStore } from '../../support/stores.ts';
import { MINUTE, START, after } from '../../support/time.ts';

type Agent = ReturnType<typeof agentOf>;
type What = (at: Date, agent: Agent, customer: Customer) => MessagingEvent;

/** Everything that tells something of the owner, and what it tells. */
const NEWS: Record<string, { what: What; theirs?: boolean }> = {
	heard: { what: (at, agent) => agent.hears('Hello', at), theirs: true },
	said: { what: (at, agent) => agent.writes('We open at nine', at), theirs: true },
	liked: { what: (at, agent) => agent.getsReaction('👍', at), theirs: true },
	taken: { what: (at, agent) => agent.takes(at), theirs: true },
	passed: { what: (at, agent) => agent.passes(at, { context: 'Wants Friday' }), theirs: false },
	told: { what: (at, _agent, customer) => customer.writes('And Monday?', at), theirs: false },
	person: { what: (at, _agent, customer) => customer.isAnswered('Yes', at, 'person'), theirs: false },
	program: { what: (at, _agent, customer) => customer.isAnswered('Noted', at) },
	called: { what: (at, _agent, customer) => customer.event('call', at, { opensWindow: true }) },
};

/** What happened, a minute apart, and in which order it is told: some of it twice, some of it in one delivery. */
const story = fc
	.array(fc.constantFrom(...Object.keys(NEWS)), { minLength: 1, maxLength: 9 })
	.chain((kinds) => {
		const places = kinds.map((_, place) => place);
		return fc.record({
			kinds: fc.constant(kinds),
			again: fc.subarray(places),
			order: fc.shuffledSubarray([...places, ...places], { minLength: places.length }),
			size: fc.integer({ min: 1, max: 3 }),
		});
	});

function deliveries(told: readonly number[], size: number): number[][] {
	const all: number[][] = [];
	for (let start = 0; start < told.length; start += size) all.push(told.slice(start, start + size));
	return all;
}

describe.each(databases)('news of who owns a thread, on $name', (kind) => {
	const open = useStore(kind);

	test('late, twice and in any order: the end is the same', async () => {
		await fc.assert(
			fc.asyncProperty(story, async ({ kinds, again, order, size }) => {
				const inOrder = kinds.map((_, place) => place);
				const missing = inOrder.filter((place) => !order.includes(place));
				const ends = [];
				for (const told of [deliveries(inOrder, 1), deliveries([...order, ...missing, ...again], size)]) {
					const customer = newCustomer();
					const agent = agentOf(customer);
					const events = kinds.map((name, place) =>
						NEWS[name]?.what(after(place * MINUTE), agent, customer),
					) as MessagingEvent[];
					for (const some of told)
						await open.store.ingest(
							some.map((place) => events[place] as MessagingEvent),
							after(60 * MINUTE),
						);
					ends.push({ customer, events });
				}
				const [first, second] = await Promise.all(ends.map(endOf));
				expect(second).toEqual(first);
				expect(first?.facts).toMatchObject({ ownedByOtherSince: expectedSince(kinds) });
			}),
			{ numRuns: kind.name === 'SQLite' ? 150 : 25 },
		);
	}, 120_000);

	/** Without the IDs, which differ between the two customers. */
	async function endOf({ customer, events }: { customer: Customer; events: MessagingEvent[] }) {
		const { key, contact, ...facts } = (await open.store.conversation(customer.key)) as Conversation;
		const place = (id?: string) => events.findIndex((event) => event.id === id);
		const transcript = await open.store.transcript(customer.key, 50);
		return {
			facts: { ownedByOtherSince: undefined, ...facts, lastInboundId: place(facts.lastInboundId) },
			transcript: transcript.map((one) => ({ ...one, id: place(one.id) })),
		};
	}
});

/** The first news that it is theirs after the last that it is ours. */
function expectedSince(kinds: readonly string[]): string | undefined {
	const lastOurs = kinds.findLastIndex((name) => NEWS[name]?.theirs === false);
	const first = kinds.findIndex((name, place) => place > lastOurs && NEWS[name]?.theirs === true);
	return first < 0 ? undefined : after(first * MINUTE, START).toISOString();
}
