import fc from 'fast-check';
import { newCustomer, newId } from '../support/customer.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

describe.each(databases)('statuses on $name', (kind) => {
	const open = useStore(kind);

	const sent = async () => {
		const one = await followUpAt(open.store, 'sending');
		const messageId = newId('wamid');
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, DUE);
		return { ...one, messageId };
	};

	test('in whatever order, however often they come, the furthest one stands and every time is kept', async () => {
		const STATES = ['sent', 'delivered', 'read'] as const;
		const order = fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(order, fc.boolean(), async (states, together) => {
				const one = await sent();
				const times = { sent: 1, delivered: 2, read: 3 };
				const events = states.map((state) =>
					one.customer.status(one.messageId, state, after(times[state] * 1_000, DUE)),
				);
				if (together) await open.store.ingest(events, after(MINUTE, DUE));
				else for (const event of events) await open.store.ingest([event], after(MINUTE, DUE));
				const now = await one.now();
				expect(now.state).toBe(STATES.findLast((state) => states.includes(state)));
				for (const state of STATES)
					expect(now[`${state}At`]).toBe(
						states.includes(state) ? after(times[state] * 1_000, DUE).toISOString() : undefined,
					);
			}),
			{ numRuns: 30 },
		);
	});

	test('failed after accepted fails it; failed after delivered does not', async () => {
		const [refused, arrived] = [await sent(), await sent()];
		await open.store.ingest([refused.customer.status(refused.messageId, 'failed', DUE)], DUE);
		expect(await refused.now()).toMatchObject({ state: 'failed', error: { code: 131026 } });
		await open.store.ingest([arrived.customer.status(arrived.messageId, 'delivered', DUE)], DUE);
		await open.store.ingest([arrived.customer.status(arrived.messageId, 'failed', DUE)], DUE);
		expect((await arrived.now()).state).toBe('delivered');
	});

	test('a status faster than the answer stands, and the answer adds the message to the transcript', async () => {
		const one = await followUpAt(open.store, 'sending');
		const messageId = newId('wamid');
		await open.store.ingest([one.customer.status(messageId, 'delivered', DUE, one.id)], DUE);
		expect(await one.now()).toMatchObject({ state: 'delivered', messageId });
		const finished = await open.store.finishSend(
			one.id,
			{ outcome: 'accepted', messageId },
			after(1_000, DUE),
		);
		expect(finished).toMatchObject({ state: 'delivered', messageId });
		expect(await open.store.transcript(one.customer.key, 1)).toMatchObject([
			{ id: messageId, by: 'follow_up' },
		]);
	});

	test('each status comes with its conversation', async () => {
		const one = await sent();
		const { events } = await open.store.ingest([one.customer.status(one.messageId, 'sent', DUE)], DUE);
		expect(events[0]?.conversation?.key).toBe(one.customer.key);
	});

	test('the status of a message nobody told us of counts as the business having spoken', async () => {
		const one = await followUpAt(open.store, 'scheduled');
		const messageId = newId('wamid');
		const at = after(HOUR);
		await open.store.ingest([one.customer.status(messageId, 'sent', at)], at);
		expect(await open.store.conversation(one.customer.key)).toMatchObject({
			...{ lastOutboundAt: at.toISOString(), lastOutboundBy: 'unknown' },
		});
		expect(await open.store.transcript(one.customer.key, 1)).toMatchObject([
			{ id: messageId, by: 'unknown' },
		]);
	});

	test('a message that was delivered is as old as Meta tells later, and answers nothing that came after it', async () => {
		const one = await followUpAt(open.store, 'scheduled');
		const [asked, arrived] = [after(2 * HOUR), after(2 * HOUR + MINUTE)];
		const messageId = newId('wamid');
		await open.store.ingest([one.customer.status(messageId, 'delivered', arrived)], arrived);
		await open.store.ingest([one.customer.writes('And on Friday?', asked)], arrived);
		await open.store.ingest([one.customer.status(messageId, 'sent', after(HOUR))], arrived);
		expect(await open.store.conversation(one.customer.key)).toMatchObject({
			...{ lastOutboundAt: after(HOUR).toISOString(), lastOutboundBy: 'unknown' },
		});
		const other = await followUpAt(open.store, 'scheduled');
		const echo = other.customer.isAnswered('Any day', after(HOUR), 'person');
		await open.store.ingest([other.customer.status(echo.id, 'delivered', arrived)], arrived);
		await open.store.ingest([other.customer.writes('And on Friday?', asked), echo], arrived);
		expect(await open.store.conversation(other.customer.key)).toMatchObject({
			...{ lastOutboundAt: after(HOUR).toISOString(), lastOutboundBy: 'person' },
		});
	});

	test('a lost follow-up that turns out to be delivered is no answer to what the customer wrote meanwhile', async () => {
		const customer = newCustomer({ channel: 'messenger' });
		const one = await followUpAt(open.store, 'sending', { customer });
		await open.store.finishSend(one.id, { outcome: 'unknown', message: 'timed out' }, DUE);
		const arrived = after(MINUTE, DUE);
		await open.store.ingest([customer.writes('Still there?', after(5_000, DUE))], arrived);
		await open.store.ingest([customer.status(newId('mid'), 'delivered', arrived)], arrived);
		expect(await open.store.conversation(customer.key)).toMatchObject({
			...{ lastOutboundAt: arrived.toISOString(), lastOutboundBy: 'follow_up' },
			lastFollowUpAnchorId: one.anchor.id,
		});
		// What somebody says after it is an answer.
		await open.store.ingest([customer.isAnswered('Yes, here', after(HOUR, DUE))], after(HOUR, DUE));
		expect((await open.store.conversation(customer.key))?.lastOutboundBy).toBe('application');
	});

	test('the status of a message that failed counts as nothing', async () => {
		const one = await followUpAt(open.store, 'scheduled');
		const before = await open.store.conversation(one.customer.key);
		await open.store.ingest([one.customer.status(newId('wamid'), 'failed', after(HOUR))], after(HOUR));
		expect(await open.store.conversation(one.customer.key)).toEqual(before);
	});

	test('the echo of our own message changes neither its author nor who spoke last', async () => {
		const one = await sent();
		const echo = one.customer.event('echo', after(1_000, DUE), {
			...{ id: one.messageId, echo: { by: 'application' as const } },
			message: { id: one.messageId, type: 'text', text: 'Shall we?' },
		});
		await open.store.ingest([echo], after(1_000, DUE));
		expect((await open.store.conversation(one.customer.key))?.lastOutboundBy).toBe('follow_up');
		expect(await open.store.transcript(one.customer.key, 1)).toMatchObject([{ by: 'follow_up' }]);
	});

	test('a reply answers the latest follow-up that went out, once', async () => {
		const one = await sent();
		const reply = one.customer.writes('Yes, Tuesday', after(HOUR, DUE));
		await open.store.ingest([reply], after(HOUR, DUE));
		const replied = await one.now();
		expect(replied).toMatchObject({ state: 'replied', repliedAt: reply.at });
		const late = [
			one.customer.writes('And Friday?', after(2 * HOUR, DUE)),
			one.customer.status(one.messageId, 'failed', after(3 * HOUR, DUE)),
		];
		await open.store.ingest(late, after(3 * HOUR, DUE));
		expect(await one.now()).toEqual(replied);
	});

	test('a message from before the follow-up that is delivered late does not answer it', async () => {
		const one = await sent();
		await open.store.ingest([one.customer.writes('Hm', after(-MINUTE, DUE))], after(HOUR, DUE));
		expect((await one.now()).state).toBe('accepted');
	});
});
