import { parseChatbot, type MessagingEvent, type ScheduledFollowUp } from '../../../lib/index.ts';
import type { Now } from '../../../lib/store/database/now.ts';
import { agentOf } from '../../support/agent.ts';
import { newCustomer, newId } from '../../support/customer.ts';
import { claim, toSend } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

const TEXT = 'Shall we?';

describe.each(databases)('follow-ups where another app owns the thread, on $name', (kind) => {
	const open = useStore(kind);

	/** A customer, the agent, and a chatbot with a follow-up after 4 hours that is planned as messages come in. */
	async function setUp(settings: object = {}, more: object = {}) {
		const id = newId('chatbot');
		const source = { id: newId('source'), version: 'one' };
		const followUp = {
			...{ id: 'reminder', name: 'Reminder', delay: 4, delayUnit: 'hours', description: 'When silent' },
			...{ messageSource: 'fixed', message: TEXT },
			...more,
		};
		const read = parseChatbot({ id, stopCondition: 'When sold', followUps: [followUp], settings });
		await open.store.registerChatbot(read, START, source);
		const customer = newCustomer();
		const all = async (): Promise<ScheduledFollowUp[]> =>
			(await open.store.list({ chatbot: id })).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
		return {
			...{ customer, agent: agentOf(customer), source, all },
			take: async (now: Now, ...events: MessagingEvent[]) =>
				await open.store.ingest(events, now, { planBy: [source] }),
			states: async () => (await all()).map(({ state, reason }) => `${state} ${reason.code}`),
			/** What becomes of what is due: decided to be sent, and put to the last check. */
			sends: async (now: Now, meanwhile: MessagingEvent[] = []) => {
				const [due] = await claim(open.store, id, now);
				if (!due) return undefined;
				await open.store.recordDecision(toSend(due.id, { kind: 'text', text: TEXT }), due.lease.token, now);
				if (meanwhile.length > 0) await open.store.ingest(meanwhile, now);
				const begun = await open.store.beginSend(due.id, due.lease.token, now);
				if (!begun.ok) return begun.reason.code;
				await open.store.finishSend(due.id, { outcome: 'accepted', messageId: newId('wamid') }, now);
				return 'sent';
			},
		};
	}

	test('nothing is planned for what the customer says to the agent', async () => {
		const { agent, take, all } = await setUp();
		expect(await take(START, agent.hears('Hello', START), agent.writes('Hi', START))).toMatchObject({
			planned: 0,
		});
		expect(await all()).toEqual([]);
	});

	test('what was planned before is not sent, also when the agent takes the thread in the last moment', async () => {
		const { agent, customer, take, sends, states } = await setUp();
		await take(START, customer.writes('Hello', START), customer.isAnswered('Yes?', after(MINUTE)));
		const due = after(4 * HOUR);
		expect(await sends(due, [agent.takes(after(-1_000, due))])).toBe('owned_by_other_app');
		expect(await states()).toEqual(['ended owned_by_other_app']);
	});

	test('once the thread is handed back the silence is planned for that began with the agent', async () => {
		const { agent, take, all, sends } = await setUp();
		const heard = agent.hears('How much is it?', START);
		await take(START, heard, agent.writes('I will ask somebody', after(1_000)));
		const back = after(HOUR);
		const passed = agent.passes(back, { context: 'Asks for a price' });
		expect(await take(back, passed)).toMatchObject({ planned: 1 });
		expect(await take(back, passed)).toMatchObject({ planned: 0, duplicates: 1 });
		expect(await all()).toMatchObject([
			{ state: 'scheduled', anchor: { id: heard.id }, dueAt: after(4 * HOUR).toISOString() },
		]);
		expect(await sends(after(4 * HOUR))).toBe('sent');
	});

	test('what ended because another app owned the thread is planned again when it is handed back', async () => {
		const { agent, customer, take, states, sends } = await setUp();
		await take(START, customer.writes('Hello', START), customer.isAnswered('Yes?', after(MINUTE)));
		await take(after(HOUR), agent.takes(after(HOUR)));
		expect(await sends(after(4 * HOUR))).toBe('owned_by_other_app');
		const back = after(5 * HOUR);
		expect(await take(back, agent.passes(back))).toMatchObject({ planned: 1 });
		expect(await states()).toEqual(['ended owned_by_other_app', 'scheduled overdue']);
		expect(await sends(back)).toBe('sent');
		await take(after(6 * HOUR), agent.takes(after(6 * HOUR)));
		expect(await take(after(7 * HOUR), agent.passes(after(7 * HOUR)))).toMatchObject({ planned: 0 });
	});

	test('a person who takes the thread in the Business app hands it back as well', async () => {
		const { agent, customer, take, sends } = await setUp();
		await take(START, agent.hears('Hello', START));
		const taken = customer.isAnswered('It is me', after(HOUR), 'person');
		expect(await take(after(HOUR), taken)).toMatchObject({ planned: 1 });
		expect(await sends(after(4 * HOUR))).toBe('sent');
	});

	test('a follow-up that should have gone more than a day ago does not come out of nowhere', async () => {
		const { agent, take } = await setUp();
		await take(START, agent.hears('Hello', START));
		const back = after(29 * HOUR);
		expect(await take(back, agent.passes(back))).toMatchObject({ planned: 0 });
	});

	test('a trigger that listens to messages plans for a thread that another one heard of first', async () => {
		const { agent, source } = await setUp();
		const events = [agent.hears('Hello', START), agent.passes(after(MINUTE))];
		const listener = (id: string) => ({ id, wants: (event: MessagingEvent) => event.kind === 'message' });
		const first = await open.store.ingest(events, after(MINUTE), { listener: listener('one') });
		expect(first).toMatchObject({ events: [], planned: 0 });
		const deaf = { id: 'other account', wants: () => false };
		expect(
			await open.store.ingest(events, after(MINUTE), { listener: deaf, planBy: [source] }),
		).toMatchObject({ planned: 0 });
		const second = { listener: listener('two'), planBy: [source] };
		expect(await open.store.ingest(events, after(MINUTE), second)).toMatchObject({ events: [], planned: 1 });
	});

	describe('with Take Over an Unanswered Thread After', () => {
		const SETTINGS = { takeOverAfterHours: 6 };

		test('a thread in which nobody answers is taken over, and the item and the log say so', async () => {
			const { agent, customer, take, all, sends } = await setUp(SETTINGS);
			expect(await take(START, agent.hears('Hello', START))).toMatchObject({ planned: 1 });
			expect(await all()).toMatchObject([
				{
					dueAt: after(6 * HOUR).toISOString(),
					requestedAt: after(4 * HOUR).toISOString(),
					reasons: [{ code: 'waiting_for_other_app' }],
				},
			]);
			expect(await sends(after(6 * HOUR))).toBe('sent');
			const [one] = (await all()) as [ScheduledFollowUp];
			expect(one.reasons.map(({ code }) => code)).toEqual(['waiting_for_other_app', 'thread_taken_over']);
			expect(await open.store.audit(one.id)).toContainEqual(
				expect.objectContaining({ to: 'sending', code: 'thread_taken_over' }),
			);
			// A service message takes the thread, of which Meta tells the other app only.
			expect(await open.store.conversation(customer.key)).not.toHaveProperty('ownedByOtherSince');
		});

		test('not before the time, and not once the agent has answered', async () => {
			const { agent, take, sends, states } = await setUp(SETTINGS);
			await take(START, agent.hears('Hello', START));
			expect(await sends(after(4 * HOUR))).toBeUndefined();
			const answer = agent.writes('Good morning', after(5 * HOUR));
			expect(await sends(after(6 * HOUR), [answer])).toBe('owned_by_other_app');
			expect(await states()).toEqual(['ended owned_by_other_app']);
		});

		test('a thread that is ours is not hurried', async () => {
			const { customer, take, all } = await setUp(SETTINGS);
			await take(START, customer.writes('Hello', START));
			expect(await all()).toMatchObject([{ dueAt: after(4 * HOUR).toISOString(), reasons: [] }]);
		});

		test('not when the customer says stop meanwhile', async () => {
			const { agent, take, sends, states } = await setUp(SETTINGS);
			await take(START, agent.hears('Hello', START));
			await take(after(HOUR), agent.hears('stop', after(HOUR)));
			expect(await sends(after(8 * HOUR))).toBeUndefined();
			expect(await states()).toEqual(['ended cancelled_reply']);
		});
	});
});
