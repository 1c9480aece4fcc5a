import type { Conversation } from '../../../lib/index.ts';
import { agentOf } from '../../support/agent.ts';
import { newCustomer, newId } from '../../support/customer.ts';
import { DUE, TEMPLATE, TEXT, followUpAt } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

describe.each(databases)('a thread that Meta Business Agent owns, on $name', (kind) => {
	const open = useStore(kind);

	function met(customer = newCustomer()) {
		const { key } = customer;
		return {
			...{ customer, key, agent: agentOf(customer) },
			take: async (...events: Parameters<typeof open.store.ingest>[0]) =>
				await open.store.ingest(events, after(12 * HOUR)),
			facts: async () => (await open.store.conversation(key)) as Conversation,
			transcript: async () => await open.store.transcript(key, 20),
		};
	}

	test('what the customer says there moves the window, ends what is pending and is their last word', async () => {
		const { id, customer, now } = await followUpAt(open.store, 'scheduled');
		const { agent, take, facts, transcript } = met(customer);
		const heard = agent.hears('Do you have Friday?', after(HOUR));
		expect(await take(heard)).toMatchObject({ cancelled: 1, planned: 0 });
		expect(await now()).toMatchObject({ id, state: 'ended', reason: { code: 'cancelled_reply' } });
		expect(await facts()).toMatchObject({
			...{ ownedByOtherSince: heard.at, lastInboundAt: heard.at, lastInboundId: heard.id },
			...{ windowOpenedAt: heard.at, windowOpenedBy: 'message' },
		});
		expect((await transcript()).at(-1)).toMatchObject({ from: 'customer', text: 'Do you have Friday?' });
	});

	test('a stop there is an opt-out, whatever app answers', async () => {
		const { agent, take, facts } = met();
		await take(agent.hears('STOP', START), agent.writes('All right', after(MINUTE)));
		expect(await facts()).toMatchObject({ optedOutAt: START.toISOString(), optedOutBy: 'customer' });
	});

	test('a reaction there is what it is elsewhere: no word, and an answer only if it approves', async () => {
		const { customer, now } = await followUpAt(open.store, 'scheduled');
		const { agent, take, facts, transcript } = met(customer);
		expect(await take(agent.getsReaction('😮', after(HOUR)))).toMatchObject({ cancelled: 0 });
		expect((await now()).state).toBe('scheduled');
		expect(await take(agent.getsReaction('👍', after(2 * HOUR)))).toMatchObject({ cancelled: 1 });
		expect((await now()).reason.code).toBe('cancelled_reaction');
		expect(await facts()).toMatchObject({ lastInboundAt: START.toISOString() });
		expect((await transcript()).at(-1)).toMatchObject({ type: 'reaction', text: '👍' });
	});

	test('the agent speaks as another app, also when the status of its message comes first', async () => {
		const { agent, customer, take, facts, transcript } = met();
		const said = agent.writes('We open at nine', after(MINUTE));
		await take(agent.hears('Hello', START), customer.status(said.message?.id ?? '', 'sent', after(MINUTE)));
		expect(await facts()).toMatchObject({ lastOutboundBy: 'unknown' });
		await take(said);
		expect(await facts()).toMatchObject({ lastOutboundBy: 'other_app', lastOutboundAt: said.at });
		expect(await transcript()).toMatchObject([
			{ from: 'customer', text: 'Hello' },
			{ from: 'business', by: 'other_app', text: 'We open at nine' },
		]);
	});

	test('what is told with a hand-over is a note in the transcript, cut, and nothing that was said', async () => {
		const { agent, take, facts, transcript } = met();
		const said = agent.writes('One moment', after(MINUTE));
		const passed = agent.passes(after(2 * MINUTE), {
			note: 'asked for a person',
			context: `Wants Friday. ${'😀'.repeat(4_000)}`,
		});
		await take(agent.hears('A person, please', START), said, passed, passed);
		expect(await facts()).toMatchObject({ lastOutboundAt: said.at });
		const [, , note, ...more] = await transcript();
		expect(more).toEqual([]);
		expect(note).toMatchObject({ from: 'business', by: 'other_app', type: 'handover_note', at: passed.at });
		expect(note?.text).toMatch(/^asked for a person\nWants Friday\. 😀+…$/u);
		expect([...(note?.text ?? '')]).toHaveLength(1_500);
		await take(agent.takes(after(3 * MINUTE)));
		expect(await transcript()).toHaveLength(3);
	});

	test.each<[string, (one: ReturnType<typeof met>) => Parameters<typeof open.store.ingest>[0], boolean]>([
		['nobody said otherwise', () => [], true],
		['the agent passed it', ({ agent }) => [agent.passes(after(MINUTE))], false],
		[
			'the agent passed it in the second of its last word',
			({ agent }) => [agent.passes(after(MINUTE)), agent.writes('Goodbye', after(MINUTE))],
			false,
		],
		['the customer wrote to us', ({ customer }) => [customer.writes('Hi', after(MINUTE))], false],
		[
			'a person wrote in the Business app',
			({ customer }) => [customer.isAnswered('It is me', after(MINUTE), 'person')],
			false,
		],
		[
			'a program of ours wrote, which tells nothing by itself',
			({ customer }) => [customer.isAnswered('Hi', after(MINUTE))],
			true,
		],
		[
			'the customer called',
			({ customer }) => [customer.event('call', after(MINUTE), { opensWindow: true })],
			true,
		],
		[
			'the agent took it back',
			({ agent, customer }) => [customer.writes('Hi', after(MINUTE)), agent.takes(after(2 * MINUTE))],
			true,
		],
		[
			'the agent had passed it before',
			({ agent }) => [agent.writes('Hello again', after(2 * MINUTE)), agent.passes(after(MINUTE))],
			true,
		],
	])('when %s', async (_what, later, isTheirs) => {
		const one = met();
		await one.take(one.agent.hears('Hello', START), ...later(one));
		expect((await one.facts()).ownedByOtherSince !== undefined).toBe(isTheirs);
	});

	test('on Messenger the inbox of a person is an app of its own', async () => {
		const { agent, customer, take, facts } = met(newCustomer({ channel: 'messenger' }));
		await take(agent.hears('Hello', START), customer.isAnswered('It is me', after(MINUTE), 'person'));
		expect(await facts()).toMatchObject({ ownedByOtherSince: START.toISOString() });
	});

	test.each([
		['a text takes the thread', 'text', false],
		['a template takes nothing', 'template', true],
	])('%s, sent by a workflow', async (_what, type, isTheirs) => {
		const { agent, key, take, facts } = met();
		await take(agent.hears('Hello', START));
		const at = after(HOUR);
		const message = { conversation: key, messageId: newId('wamid'), at: at.toISOString(), type };
		await open.store.recordOutbound({ ...message, by: 'application' }, at);
		expect('ownedByOtherSince' in (await facts())).toBe(isTheirs);
		// What happened before is told later, and changes nothing.
		await take(agent.writes('May I help?', after(MINUTE)));
		expect('ownedByOtherSince' in (await facts())).toBe(isTheirs);
	});

	test.each([
		['a text', TEXT, false],
		['a template', TEMPLATE, true],
	])(
		'a follow-up whose answer was lost and which a status proves, as %s',
		async (_what, content, isTheirs) => {
			const { id, customer } = await followUpAt(open.store, 'sending', { content });
			const { agent, take, facts } = met(customer);
			await open.store.finishSend(id, { outcome: 'unknown', message: 'No answer' }, DUE);
			await take(agent.takes(after(-MINUTE, DUE)));
			await take(customer.status(newId('wamid'), 'sent', after(1_000, DUE), id));
			expect('ownedByOtherSince' in (await facts())).toBe(isTheirs);
		},
	);

	test('two IDs of one person have one thread', async () => {
		const phone = '573001119988';
		const earlier = newCustomer({ contact: { id: phone, phone } });
		const later = newCustomer({ contact: { id: 'CO.two-threads' } });
		await open.store.ingest([earlier.writes('Hi', START)], START);
		await open.store.ingest([agentOf(later).hears('Hello', after(MINUTE))], after(MINUTE));
		await open.store.ingest([earlier.hasNewId(later.contact, after(HOUR))], after(HOUR));
		expect(await open.store.conversation(earlier.key)).toMatchObject({
			ownedByOtherSince: after(MINUTE).toISOString(),
		});
	});
});
