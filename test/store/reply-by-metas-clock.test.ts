import { newCustomer, newId } from '../support/customer.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const AHEAD = 10 * MINUTE;
/** By our clock, so long after Meta's. */
const ours = (ms: number) => after(AHEAD + ms, DUE);
const metas = (ms: number) => after(ms, DUE);
const REPLIED = { state: 'replied', repliedAt: metas(2 * MINUTE).toISOString() };

describe.each(databases)("a clock ten minutes ahead of Meta's, on $name", (kind) => {
	const open = useStore(kind);

	async function sent(channel: 'whatsapp' | 'messenger' = 'whatsapp') {
		const customer = newCustomer({ channel });
		const one = await followUpAt(open.store, 'sending', { customer });
		const messageId = newId('wamid');
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, ours(0));
		return {
			...{ ...one, customer, messageId },
			told: async (state: 'sent' | 'delivered' | 'read', ms = 1_000) =>
				await open.store.ingest([customer.status(messageId, state, metas(ms))], ours(ms)),
			replies: async (ms = 2 * MINUTE) =>
				await open.store.ingest([customer.writes('Yes', metas(ms))], ours(ms)),
			echoes: async (ms = 1_000) => {
				const echo = { id: messageId, kind: 'echo' as const, echo: { by: 'application' as const } };
				const message = { id: messageId, type: 'text', text: 'Shall we go ahead with your appointment?' };
				const event = customer.event('echo', metas(ms), { ...echo, message });
				return await open.store.ingest([event], ours(ms));
			},
		};
	}

	test('an answer after two minutes is the reply', async () => {
		const one = await sent();
		await one.told('sent');
		await one.replies();
		expect(await one.now()).toMatchObject(REPLIED);
	});

	test('also when Meta tells of the answer before it tells that the message was sent', async () => {
		const one = await sent();
		await one.replies();
		await one.told('sent');
		expect(await one.now()).toMatchObject(REPLIED);
	});

	test('also when only the delivery was told, and where the news of sending comes last of all', async () => {
		const one = await sent();
		await one.told('delivered');
		await one.replies();
		expect(await one.now()).toMatchObject(REPLIED);
		await one.told('sent');
		expect(await one.now()).toMatchObject(REPLIED);
	});

	test('on Messenger its echo tells when it was sent', async () => {
		const one = await sent('messenger');
		await one.echoes();
		await one.replies();
		expect(await one.now()).toMatchObject(REPLIED);
		const late = await sent('messenger');
		await late.replies();
		await late.echoes();
		expect(await late.now()).toMatchObject(REPLIED);
	});

	test('with a clock that is behind it counts as well', async () => {
		const one = await followUpAt(open.store, 'sending');
		const messageId = newId('wamid');
		const behind = (ms: number) => after(ms - AHEAD, DUE);
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, behind(0));
		await open.store.ingest([one.customer.status(messageId, 'sent', metas(1_000))], behind(1_000));
		await open.store.ingest([one.customer.writes('Yes', metas(MINUTE))], behind(MINUTE));
		expect((await one.now()).state).toBe('replied');
	});

	test('what was said before the message is no answer to it', async () => {
		const one = await sent();
		await one.told('sent');
		await one.replies(-MINUTE);
		expect((await one.now()).state).toBe('sent');
	});

	test('the answer stands behind what it answers, and the business has not answered it', async () => {
		const one = await sent();
		await one.told('sent');
		await one.replies();
		const texts = (await open.store.transcript(one.customer.key, 10)).map(({ text }) => text);
		expect(texts.at(-1)).toBe('Yes');
		const { lastInboundAt = '', lastOutboundAt = '' } =
			(await open.store.conversation(one.customer.key)) ?? {};
		expect(lastOutboundAt < lastInboundAt).toBe(true);
	});

	test('statistics count it, with the two minutes that it took', async () => {
		const one = await sent();
		await one.told('sent', 0);
		await one.replies();
		const period = { from: START, to: after(48 * HOUR), timeZone: 'UTC', now: after(200 * HOUR) };
		const { total } = await open.store.statistics({ ...period, chatbot: one.chatbot });
		expect(total).toMatchObject({ replied: 1 });
		expect(JSON.stringify(total)).not.toContain('-');
	});

	test('a receipt of Messenger marks it although it seems to be younger', async () => {
		const one = await sent('messenger');
		await one.echoes();
		const receipt = { state: 'read' as const, upTo: metas(MINUTE).toISOString() };
		const read = one.customer.event('read', metas(MINUTE), { receipt });
		await open.store.ingest([read], ours(MINUTE));
		expect((await one.now()).state).toBe('read');
	});
});
