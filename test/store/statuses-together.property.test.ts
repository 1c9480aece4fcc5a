import fc from 'fast-check';
import type { MessagingEvent } from '../../lib/index.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { inTables } from '../support/raw-store.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

const STATES = ['sent', 'delivered', 'read', 'failed'] as const;
const PRICING = { type: 'regular', category: 'service', billable: true };

/** What happens to a few messages of two customers, in any order: one step is one event. */
const steps = fc.array(
	fc.record({
		customer: fc.nat(1),
		message: fc.nat(2),
		state: fc.constantFrom(...STATES, 'customer' as const, 'echo' as const),
		minute: fc.integer({ min: 1, max: 50 }),
		priced: fc.boolean(),
	}),
	{ minLength: 2, maxLength: 14 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

const idOf = (world: string, { customer, message }: Step) => `${world}.${customer}.${message}`;

function eventOf(world: string, people: Customer[], step: Step, place: number): MessagingEvent {
	const at = after(step.minute * MINUTE);
	const customer = people[step.customer] as Customer;
	if (step.state === 'customer') return { ...customer.writes('Hello', at), id: `${world}.in.${place}` };
	if (step.state === 'echo') {
		const id = idOf(world, step);
		return { ...customer.isAnswered('Yes', at), id, message: { id, type: 'text', text: 'Yes' } };
	}
	const status = customer.status(idOf(world, step), step.state, at);
	const pricing = step.priced ? { pricing: PRICING } : {};
	return { ...status, status: { ...(status.status as NonNullable<typeof status.status>), ...pricing } };
}

describe.each(databases)('statuses that come together, on $name', (kind) => {
	const open = useStore(kind);

	/** What the store holds of these messages, without what differs from world to world. */
	const stored = async (world: string, people: Customer[]) =>
		await inTables(open.database.options, async (db) => ({
			messages: (
				await db
					.selectFrom('messages')
					.select(['message_id', 'direction', 'author', 'type', 'at', 'state', 'state_at'])
					.where('message_id', 'like', `${world}.%`)
					.where('direction', '=', 'out')
					.orderBy('message_id')
					.execute()
			).map((row) => ({ ...row, message_id: row.message_id.slice(world.length) })),
			costs: (
				await db
					.selectFrom('message_costs')
					.select(['message_id', 'at', 'category', 'pricing_type', 'actual'])
					.where('message_id', 'like', `${world}.%`)
					.orderBy('message_id')
					.execute()
			).map((row) => ({ ...row, message_id: row.message_id.slice(world.length) })),
			people: await db
				.selectFrom('conversations')
				.select(['last_outbound_at', 'last_outbound_by', 'last_inbound_at'])
				.where(
					'contact',
					'in',
					people.map(({ contact }) => contact.id),
				)
				.orderBy('id')
				.execute(),
		}));

	test('come to the same as one by one', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (some) => {
				const worlds: unknown[] = [];
				for (const together of [true, false]) {
					const world = newId('world');
					const people = [newCustomer(), newCustomer()];
					await open.store.ingest(
						people.map((one) => one.writes('Hi', after(0))),
						after(0),
					);
					const events = some.map((step, place) => eventOf(world, people, step, place));
					const now = after(HOUR);
					if (together) await open.store.ingest(events, now);
					else for (const event of events) await open.store.ingest([event], now);
					worlds.push(await stored(world, people));
				}
				expect(worlds[0]).toEqual(worlds[1]);
			}),
			{ numRuns: 40 },
		);
	});
});
