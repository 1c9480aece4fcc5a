import { stopReason } from '../../lib/follow-up/stop-kind.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, after } from '../support/time.ts';

/** Where a person took over and nobody answers, the staff hears of it. */
describe.each(databases)('customers who wait for a person, on $name', (database) => {
	const open = useStore(database);

	const told = async (chatbot: string, now = after(3 * DAY), from = after(-DAY)) => {
		await open.store.findStaffEvents({ type: 'customer_waiting', chatbot, afterMs: 2 * HOUR, from, now });
		return await open.store.claimStaffEvents({ chatbot, now, limit: 50, leaseMs: 10 * MINUTE });
	};
	const shown = async (now = after(3 * DAY)) =>
		(await open.store.waitingCustomers(now)).map(({ conversation }) => conversation.key);

	/** A person answered, and the customer wrote again. */
	async function withPerson() {
		const one = await followUpAt(open.store, 'scheduled');
		const { customer } = one;
		await open.store.ingest([customer.isAnswered('Ana here', after(HOUR), 'person')], after(HOUR));
		await open.store.ingest([customer.writes('It is torn', after(2 * HOUR))], after(2 * HOUR));
		await open.store.ingest([customer.writes('Hello?', after(3 * HOUR))], after(3 * HOUR));
		return one;
	}

	test('two hours after their first word it is told once, and stands on the dashboard', async () => {
		const { customer, chatbot } = await withPerson();
		expect(await told(chatbot, after(4 * HOUR - MINUTE))).toEqual([]);
		expect(await told(chatbot, after(4 * HOUR))).toMatchObject([
			{
				...{ type: 'customer_waiting', since: after(2 * HOUR).toISOString(), unanswered: 2 },
				...{ reason: { code: 'customer_waiting' }, conversation: { key: customer.key } },
			},
		]);
		expect(await shown(after(4 * HOUR))).toContain(customer.key);
		expect(await told(chatbot, after(4 * HOUR + MINUTE))).toEqual([]);
	});

	test('whoever answers in time, or while it is being told, ends the wait', async () => {
		const { customer, chatbot } = await withPerson();
		await open.store.findStaffEvents({
			...{ type: 'customer_waiting', chatbot, afterMs: 2 * HOUR, from: after(-DAY), now: after(5 * HOUR) },
		});
		await open.store.ingest([customer.isAnswered('Sorry', after(5 * HOUR), 'person')], after(5 * HOUR));
		expect(await told(chatbot)).toEqual([]);
		expect(await shown()).not.toContain(customer.key);
	});

	test('where an application answers nobody waits for a person', async () => {
		const { customer, chatbot } = await followUpAt(open.store, 'scheduled');
		await open.store.ingest([customer.writes('And now?', after(2 * HOUR))], after(2 * HOUR));
		expect(await told(chatbot)).toEqual([]);
		expect(await shown()).not.toContain(customer.key);
	});

	test('a conversation that was handed over waits from then on', async () => {
		const other = await followUpAt(open.store, 'claimed');
		const decision = {
			...{ action: 'stop' as const, stopKind: 'problem' as const, followUpId: 'reminder' },
			...{ scheduledId: other.id, ...stopReason('problem', 'It is torn') },
		};
		await open.store.recordDecision(decision, other.leaseToken, DUE);
		// The business had answered before; the customer writes into the pause.
		await open.store.ingest([other.customer.writes('Well?', after(HOUR, DUE))], after(HOUR, DUE));
		expect(await told(other.chatbot, after(2 * HOUR, DUE))).toEqual([]);
		expect(await told(other.chatbot, after(3 * HOUR, DUE))).toMatchObject([
			{ since: after(HOUR, DUE).toISOString(), unanswered: 1 },
		]);
	});
});
