import { reason, type SendResult } from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import {
	claim,
	DUE,
	followUpAt,
	LEASE_MS,
	planFor,
	register,
	silence,
	toSend,
	type Prepared,
} from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

/** Between the request and Meta's answer. */
const MEANWHILE = after(1_000, DUE);
const LATER = after(2_000, DUE);

describe.each(databases)('a customer who writes while a follow-up is being sent, on $name', (kind) => {
	const open = useStore(kind);

	/** The customer writes, and the silence that may begin is planned for, as two nodes do. */
	async function writesAgain(one: Prepared, text = 'One more thing', at = MEANWHILE) {
		const message = one.customer.writes(text, at);
		await open.store.ingest([message], at);
		const dueAt = after(4 * HOUR, at).toISOString();
		const plan = planFor(
			{ ...one, anchor: { id: message.id, at: message.at } },
			{ requestedAt: dueAt, allowedAt: dueAt, dueAt },
		);
		const result = await open.store.schedule([plan], at);
		return { plan, result };
	}

	const waiting = async ({ chatbot }: Prepared) => await open.store.list({ chatbot, states: ['scheduled'] });

	test.each<[string, SendResult, string]>([
		['Meta accepts it', { outcome: 'accepted', messageId: 'wamid.next' }, 'accepted'],
		['Meta refuses it', { outcome: 'failed', code: 131026, message: 'Undeliverable' }, 'failed'],
		['its answer is lost', { outcome: 'unknown', message: 'timed out' }, 'unknown'],
		['it is to be tried again', { outcome: 'retry', at: after(MINUTE, DUE), message: 'busy' }, 'ended'],
	])('is followed up for the new silence, when %s', async (_what, answer, state) => {
		const one = await followUpAt(open.store, 'sending');
		const { plan, result } = await writesAgain(one);
		expect(result).toMatchObject({ scheduled: [], existing: [{ id: one.id, state: 'sending' }] });
		expect(await waiting(one)).toEqual([]);
		const own = answer.outcome === 'accepted' ? { ...answer, messageId: newId('wamid') } : answer;
		expect(await open.store.finishSend(one.id, own, LATER)).toMatchObject({ id: one.id, state });
		expect(await waiting(one)).toMatchObject([{ anchor: plan.anchor, dueAt: plan.dueAt }]);
		const [next] = await waiting(one);
		expect(await open.store.audit(next?.id ?? '')).toMatchObject([{ to: 'scheduled', code: 'planned' }]);
	});

	test('and whose message Meta did not take gets no old follow-up, with or without a new plan', async () => {
		const one = await followUpAt(open.store, 'sending');
		await open.store.ingest([one.customer.writes('Never mind', MEANWHILE)], MEANWHILE);
		const retry = { outcome: 'retry' as const, at: after(MINUTE, DUE), message: 'busy' };
		expect(await open.store.finishSend(one.id, retry, LATER)).toMatchObject({
			...{ state: 'ended', reason: { code: reason('cancelled_reply').code } },
		});
		expect(await waiting(one)).toEqual([]);
	});

	test('is followed up also when the run died that was sending', async () => {
		const one = await followUpAt(open.store, 'sending');
		const { plan } = await writesAgain(one);
		await open.store.recoverLeases(after(LEASE_MS, DUE));
		expect(await one.now()).toMatchObject({ state: 'unknown' });
		expect(await waiting(one)).toMatchObject([{ anchor: plan.anchor }]);
	});

	test('is followed up when a status is faster than the answer, once', async () => {
		const one = await followUpAt(open.store, 'sending');
		const { plan } = await writesAgain(one);
		const messageId = newId('wamid');
		await open.store.ingest([one.customer.status(messageId, 'sent', LATER, one.id)], LATER);
		expect(await waiting(one)).toMatchObject([{ anchor: plan.anchor }]);
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, LATER);
		await open.store.ingest([one.customer.status(messageId, 'read', LATER)], LATER);
		expect(await waiting(one)).toHaveLength(1);
	});

	test('several times is followed up for the last message', async () => {
		const one = await followUpAt(open.store, 'sending');
		await writesAgain(one);
		const { plan } = await writesAgain(one, 'And this', after(500, MEANWHILE));
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId: newId('wamid') }, LATER);
		expect(await waiting(one)).toMatchObject([{ anchor: plan.anchor }]);
	});

	test('and then leaves is not followed up', async () => {
		const one = await followUpAt(open.store, 'sending');
		await writesAgain(one);
		await open.store.ingest([one.customer.writes('stop', LATER)], LATER);
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId: newId('wamid') }, LATER);
		expect(await waiting(one)).toEqual([]);
	});

	test('is planned for while recording, too', async () => {
		const customer = newCustomer();
		const story = await silence(open.store, customer);
		const source = { id: newId('source'), version: 'one' };
		await register(open.store, story.chatbot, undefined, { source });
		const { scheduled } = await open.store.schedule([planFor(story)], after(0));
		const id = scheduled[0]?.id ?? '';
		const [due] = await claim(open.store, story.chatbot, DUE);
		const token = due?.lease.token ?? '';
		await open.store.recordDecision(toSend(id), token, DUE);
		await open.store.beginSend(id, token, DUE);
		const message = customer.writes('One more thing', MEANWHILE);
		await open.store.ingest([message], MEANWHILE, { planBy: [source] });
		const live = async () => await open.store.list({ chatbot: story.chatbot, states: ['scheduled'] });
		// The second follow-up of the chatbot has nothing on its way.
		expect(await live()).toMatchObject([{ followUpId: 'second' }]);
		await open.store.finishSend(id, { outcome: 'accepted', messageId: newId('wamid') }, LATER);
		expect((await live()).map(({ followUpId, anchor }) => [followUpId, anchor.id]).sort()).toEqual([
			['reminder', message.id],
			['second', message.id],
		]);
	});

	test('and once more together with the status of the follow-up is followed up for the last message', async () => {
		const source = { id: newId('source'), version: 'one' };
		const one = await followUpAt(open.store, 'sending');
		await register(open.store, one.chatbot, undefined, { source });
		await writesAgain(one);
		const last = one.customer.writes('And this', LATER);
		const status = one.customer.status(newId('wamid'), 'sent', LATER, one.id);
		await open.store.ingest([last, status], LATER, { planBy: [source] });
		const planned = (await waiting(one)).filter(({ followUpId }) => followUpId === 'reminder');
		expect(planned).toMatchObject([{ anchor: { id: last.id } }]);
	});

	test('what the business says meanwhile plans nothing: it may be the echo of the very message, not recognised', async () => {
		const one = await followUpAt(open.store, 'sending');
		const echo = one.customer.isAnswered('[template]', MEANWHILE);
		await open.store.ingest([echo], MEANWHILE);
		await open.store.schedule([planFor({ ...one, anchor: { id: echo.id, at: echo.at } })], MEANWHILE);
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId: echo.id }, LATER);
		expect(await waiting(one)).toEqual([]);
	});
});
