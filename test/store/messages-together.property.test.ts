import fc from 'fast-check';
import type { MessagingEvent } from '../../lib/index.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { inTables } from '../support/raw-store.ts';
import { DUE, followUpAt, planFor } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

const DID = [
	'writes',
	'stops',
	'likes',
	'delivered',
	'read',
	'failed',
	'other',
	'answered',
	'handed',
] as const;

/** What two customers do, and what becomes of what they were sent, in any order. */
const steps = fc.array(
	fc.record({
		customer: fc.nat(1),
		did: fc.constantFrom(...DID, 'writes' as const, 'writes' as const),
		minute: fc.integer({ min: -300, max: 120 }),
	}),
	{ minLength: 2, maxLength: 12 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** A customer to whom one follow-up went out, and for whom another one is planned. */
interface Person {
	customer: Customer;
	sent: string;
}

function eventOf({ customer, sent }: Person, { did, minute }: Step, id: string): MessagingEvent {
	const at = after(minute * MINUTE, DUE);
	switch (did) {
		case 'writes':
			return { ...customer.writes('And tomorrow?', at), id };
		case 'stops':
			return { ...customer.writes('stop', at), id };
		case 'likes':
			return customer.event('reaction', at, {
				id,
				message: { id, type: 'reaction', text: '👍', replyTo: sent },
			});
		case 'delivered':
		case 'read':
		case 'failed':
			return { ...customer.status(sent, did, at), id };
		case 'other':
			return { ...customer.status(`${sent}.other`, 'delivered', at), id };
		case 'answered':
			return { ...customer.isAnswered('Yes', at, 'person'), id };
		case 'handed':
			return customer.event('standby', at, { id, message: { id, type: 'text', text: 'Hello?' } });
	}
}

describe.each(databases)('what customers say in deliveries that come together, on $name', (kind) => {
	const open = useStore(kind);

	async function personIn(): Promise<Person> {
		const { store } = open;
		const one = await followUpAt(store, 'sending', { customer: newCustomer() });
		const sent = newId('wamid.sent');
		await store.finishSend(one.id, { outcome: 'accepted', messageId: sent }, DUE);
		await store.schedule([planFor(one, { followUpId: 'second' })], DUE);
		return { customer: one.customer, sent };
	}

	/** All that the store holds of somebody, without what differs from world to world. */
	const stored = async ({ customer }: Person) =>
		await inTables(open.database.options, async (db) => {
			const row = await db
				.selectFrom('conversations')
				.selectAll()
				.where('contact', '=', customer.contact.id)
				.executeTakeFirstOrThrow();
			const messages = await db
				.selectFrom('messages')
				.select(['direction', 'author', 'type', 'text', 'at', 'state', 'state_at'])
				.where('conversation_id', '=', row.id)
				.orderBy('at')
				.orderBy('direction')
				.orderBy('type')
				.orderBy('text')
				.execute();
			const followUps = await db
				.selectFrom('scheduled_follow_ups')
				.select(['id', 'follow_up', 'state', 'reason_code', 'accepted_at', 'delivered_at', 'read_at'])
				.select(['replied_at', 'ended_at', 'updated_at'])
				.where('conversation_id', '=', row.id)
				.orderBy('follow_up')
				.execute();
			const steps = await db
				.selectFrom('audit_log')
				.select(['scheduled_id', 'from_state', 'to_state', 'reason_code', 'detail_json'])
				.where(
					'scheduled_id',
					'in',
					followUps.map(({ id }) => id),
				)
				.orderBy('id')
				.execute();
			const { id: _id, contact: _contact, last_inbound_id, ...conversation } = row;
			return {
				conversation,
				lastInbound: last_inbound_id?.replace(/^wamid.*|^.*\./, ''),
				messages,
				followUps: followUps.map(({ id, ...one }) => ({
					...one,
					steps: steps
						.filter((step) => step.scheduled_id === id)
						.map(({ scheduled_id: _scheduled, ...step }) => step),
				})),
			};
		});

	test('comes to the same as one by one', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (some) => {
				const worlds: unknown[] = [];
				const now = after(3 * HOUR, DUE);
				for (const together of [true, false]) {
					const world = newId('world').replaceAll('.', '');
					const people = [await personIn(), await personIn()] as const;
					const events = some.map((step, place) =>
						eventOf(people[step.customer] as Person, step, `${world}.${place}`),
					);
					let ended = 0;
					for (const delivery of together ? [events] : events.map((event) => [event]))
						ended += (await open.store.ingest(delivery, now)).cancelled;
					worlds.push({ ended, people: [await stored(people[0]), await stored(people[1])] });
				}
				expect(worlds[0]).toEqual(worlds[1]);
			}),
			{ numRuns: 15 },
		);
	});
});
