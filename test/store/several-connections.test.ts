import type { Now } from '../../lib/store/database/now.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { atOnce } from '../support/connections.ts';
import { DUE, LEASE_MS, followUpAt, planFor, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const CONNECTIONS = [0, 1, 2];

describe.each(databases)('several connections to one $name database', (kind) => {
	const open = useStore(kind);

	test('claim each follow-up once, and leave none', async () => {
		const chatbot = newId('chatbot');
		const planned: string[] = [];
		for (let n = 0; n < 12; n++) {
			const story = { ...(await silence(open.store)), chatbot };
			const plans = ['a', 'b'].map((followUpId) => planFor(story, { followUpId }));
			const { scheduled } = await open.store.schedule(plans, START);
			planned.push(...scheduled.map(({ id }) => id));
		}
		const options = { chatbot, now: DUE, limit: 3, leaseMs: LEASE_MS };
		const calls = CONNECTIONS.map(() => Array.from({ length: 12 }, () => [options] as [typeof options]));
		const answers = await atOnce(open.database.options, 'claimDue', calls);
		const claimed = answers.flat(2);
		expect(claimed.map(({ id }) => id).sort()).toEqual(planned.sort());
	});

	test('take the same events in once', async () => {
		const customers = Array.from({ length: 5 }, () => newCustomer());
		const events = customers.flatMap((one) => [one.writes(), one.writes('Anyone?', after(MINUTE))]);
		const deliveries = events.map((event) => [[event], after(HOUR)] as [[typeof event], Now]);
		const answers = await atOnce(
			open.database.options,
			'ingest',
			CONNECTIONS.map(() => deliveries),
		);
		const fresh = answers.flat().flatMap((answer) => answer.events.map(({ event }) => event.id));
		expect(fresh.sort()).toEqual(events.map(({ id }) => id).sort());
		for (const { key } of customers) expect(await open.store.transcript(key, 10)).toHaveLength(2);
	});

	test('plan the same follow-up once', async () => {
		const story = await silence(open.store);
		const answers = await atOnce(
			open.database.options,
			'schedule',
			CONNECTIONS.map(() => [[[planFor(story)], START]]),
		);
		expect(answers.flat().flatMap(({ scheduled }) => scheduled)).toHaveLength(1);
		expect(await open.store.list({ chatbot: story.chatbot })).toHaveLength(1);
	});

	test('begin to send a follow-up once', async () => {
		const { id, leaseToken } = await followUpAt(open.store, 'decided');
		const answers = await atOnce(
			open.database.options,
			'beginSend',
			CONNECTIONS.map(() => [[id, leaseToken, DUE]]),
		);
		expect(answers.flat().filter(({ ok }) => ok)).toHaveLength(1);
	});
});
