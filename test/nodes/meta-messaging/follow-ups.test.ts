import { parseConversationKey, type Content } from '../../../lib/index.ts';
import { releaseClock, setClock } from '../../support/clock.ts';
import { followUpAt, DUE, TEXT } from '../../support/scheduled.ts';
import { sendItem } from '../../support/send-item.ts';
import { newCustomer, type Customer } from '../../support/customer.ts';
import { MINUTE, after } from '../../support/time.ts';
import { NUMBER, send, useFixture } from './fixture.ts';

const fixture = useFixture();
const FOLLOW_UP = { resource: 'message', operation: 'sendFollowUp' };

beforeEach(() => setClock(DUE));
afterEach(async () => {
	await fixture.store.resumeAccount({ channel: 'whatsapp', account: NUMBER }, after(-MINUTE, DUE));
	await fixture.sandbox.api('DELETE', '/faults');
	releaseClock();
});

let people = 0;

/** A decided follow-up of a customer who is also one of the sandbox, whose clock is the wall's. */
async function decided(content: Content = TEXT, customer?: Customer) {
	const phone = `57301${String(++people).padStart(7, '0')}`;
	const person = await fixture.sandbox.api('POST', '/customers', { name: 'Ana', phone: `+${phone}` });
	await fixture.sandbox.api('POST', `/customers/${person.id}/messages`, { text: 'Hello', wait: true });
	const own = customer ?? newCustomer({ contact: { id: person.userId, phone } });
	return await followUpAt(fixture.store, 'decided', { customer: own, content });
}

const asked = async () =>
	(await fixture.sandbox.api('GET', '/state')).messages.filter(
		(one: { direction: string }) => one.direction === 'out',
	).length;

test('what is accepted comes out under Sent with what it may cost, what is not under Not Sent with its reason', async () => {
	const [good, optedOut] = [await decided(), await decided()];
	const items = [await sendItem(fixture.store, good), await sendItem(fixture.store, optedOut)];
	await fixture.store.ingest([optedOut.customer.writes('STOP', DUE)], DUE);
	const ran = await send(fixture, FOLLOW_UP, items);
	expect(ran.error('Send')?.message).toBeUndefined();
	expect(ran.outputs('Send')).toHaveLength(2);
	expect(ran.outputs('Send')[0]).toMatchObject([
		{
			json: { result: { code: 'accepted' }, cost: { category: 'service', market: 'CO' } },
			pairedItem: { item: 0 },
		},
	]);
	expect(ran.outputs('Send')[1]).toMatchObject([{ pairedItem: { item: 1 } }]);
	expect((await good.now()).state).toBe('accepted');
	const { messages } = await fixture.sandbox.api('GET', '/state');
	expect(messages.find((one: { callbackData: string }) => one.callbackData === good.id)).toBeDefined();
	expect(messages.find((one: { callbackData: string }) => one.callbackData === optedOut.id)).toBeUndefined();
});

test('trouble of the account fails the run once; what was not begun goes back, and later runs wait quietly', async () => {
	const all = [await decided(), await decided()];
	await fixture.sandbox.api('POST', '/faults', { target: 'send', count: 2, status: 400, code: 131042 });
	const items = await Promise.all(all.map(async (one) => await sendItem(fixture.store, one)));
	const failed = await send(fixture, FOLLOW_UP, items);
	expect(failed.error('Send')).toMatchObject({
		message: expect.stringContaining('code 131042'),
		description: expect.stringContaining('Sending is paused for the account'),
	});
	for (const one of all) expect((await one.now()).state).toBe('scheduled');

	const next = await decided();
	const before = await asked();
	const quiet = await send(fixture, FOLLOW_UP, [await sendItem(fixture.store, next)]);
	expect(quiet.error('Send')).toBeUndefined();
	expect(quiet.json('Send', 1)).toMatchObject([{ result: { code: 'account_paused' } }]);
	expect(await asked()).toBe(before);
	expect(await next.now()).toMatchObject({
		state: 'scheduled',
		dueAt: after(15 * MINUTE, DUE).toISOString(),
	});
});

test('a follow-up over the budget ends with that reason and is not sent', async () => {
	const one = await decided();
	const rates = { CO: { service: 0.5 } };
	const rateTable = JSON.stringify({ date: '2026-10-01', source: 'Test', currency: 'EUR', rates });
	const options = { monthlyBudget: 0.4, rateTable };
	const before = await asked();
	const ran = await send(fixture, { ...FOLLOW_UP, options }, [await sendItem(fixture.store, one)]);
	expect(ran.json('Send', 1)).toMatchObject([{ result: { code: 'over_budget' } }]);
	expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'over_budget' } });
	expect(await asked()).toBe(before);
});

test('with a budget and no rate nothing goes, because nobody knows what it costs', async () => {
	const one = await decided();
	const rateTable = {
		date: '2026-10-01',
		source: 'The test',
		currency: 'USD',
		rates: { AR: { service: 0.026 } },
	};
	const options = { monthlyBudget: 100, rateTable: JSON.stringify(rateTable) };
	const ran = await send(fixture, { ...FOLLOW_UP, options }, [await sendItem(fixture.store, one)]);
	expect(ran.json('Send', 1)).toMatchObject([{ result: { code: 'cost_unknown' } }]);
});

test('when the rate limit is far ahead the follow-up goes back to the queue and loses no attempt', async () => {
	const one = await decided();
	const { channel, account, contact } = parseConversationKey(one.customer.key);
	// Others have used up the turns of the next minute.
	for (let index = 0; index < 70; index++)
		await fixture.store.takeTurn(
			{ channel, account, contact: `x${index}`, perSecond: 1, mostWaitMs: 60_000 },
			DUE,
		);
	expect(contact).toBe(one.customer.contact.id);
	const ran = await send(fixture, FOLLOW_UP, [await sendItem(fixture.store, one)]);
	expect(ran.json('Send', 1)).toMatchObject([{ result: { code: 'given_back' } }]);
	const back = await one.now();
	expect(back).toMatchObject({ state: 'scheduled', attempts: 0 });
	expect(Date.parse(back.dueAt)).toBeGreaterThan(DUE.getTime() + 30_000);
});
