import { newCustomer, newId } from '../support/customer.ts';
import { DUE, claim, followUpAt, planFor, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, START, after } from '../support/time.ts';

describe.each(databases)('schedule on $name', (kind) => {
	const open = useStore(kind);

	test('what is stored is what was planned, and its beginning is in the audit log', async () => {
		const story = await silence(open.store);
		const reasons = [{ code: 'clamped_to_window' as const, sentence: 'Moved' }];
		const plan = planFor(story, { requestedAt: after(30 * HOUR).toISOString(), reasons });
		const { scheduled, existing } = await open.store.schedule([plan], START);
		expect(existing).toEqual([]);
		expect(scheduled).toMatchObject([{ ...plan, state: 'scheduled', attempts: 0, reason: reasons[0] }]);
		const id = scheduled[0]?.id ?? '';
		expect(await open.store.get(id)).toEqual(scheduled[0]);
		expect(await open.store.audit(id)).toEqual([
			{ at: START.toISOString(), to: 'scheduled', code: 'planned', detail: { dueAt: plan.dueAt } },
		]);
	});

	test('planning the same silence again plans nothing new, whatever became of the first', async () => {
		for (const phase of ['scheduled', 'claimed', 'decided', 'sending'] as const) {
			const prepared = await followUpAt(open.store, phase);
			const { scheduled, existing } = await open.store.schedule([planFor(prepared)], after(HOUR));
			expect(scheduled).toEqual([]);
			expect(existing).toEqual([await prepared.now()]);
		}
		const ended = await followUpAt(open.store, 'scheduled');
		await open.store.cancel(ended.customer.key, {}, START);
		const again = await open.store.schedule([planFor(ended)], after(HOUR));
		expect(again).toEqual({ scheduled: [], existing: [await ended.now()] });
	});

	test('planned twice at once, it is stored once', async () => {
		const story = await silence(open.store);
		const both = await Promise.all(
			[1, 2, 3].map(async () => await open.store.schedule([planFor(story)], START)),
		);
		expect(both.flatMap(({ scheduled }) => scheduled)).toHaveLength(1);
		expect(new Set(both.flatMap((one) => [...one.scheduled, ...one.existing]).map(({ id }) => id)).size).toBe(
			1,
		);
	});

	test('one live per conversation and follow-up, also for a later silence', async () => {
		const first = await followUpAt(open.store, 'sending');
		const reply = first.customer.writes('Hm', after(5 * HOUR));
		await open.store.ingest([reply], after(5 * HOUR));
		const later = planFor({ ...first, anchor: { id: reply.id, at: reply.at } });
		expect(await open.store.schedule([later], after(5 * HOUR))).toMatchObject({
			...{ scheduled: [], existing: [{ id: first.id }] },
		});
		await open.store.finishSend(
			first.id,
			{ outcome: 'accepted', messageId: newId('wamid') },
			after(5 * HOUR),
		);
		const [next] = await open.store.list({ chatbot: first.chatbot, states: ['scheduled'] });
		expect(next).toMatchObject({ anchor: later.anchor, dueAt: later.dueAt });
		// Planned once more it finds the one that has taken the place.
		expect(await open.store.schedule([later], after(5 * HOUR))).toEqual({ scheduled: [], existing: [next] });
	});

	test('a plan that the customer overtook before it was stored ends at once and leaves its place to the next', async () => {
		const story = await silence(open.store);
		const again = story.customer.writes('And on Saturday?', after(HOUR));
		await open.store.ingest([again], after(HOUR));
		const { scheduled } = await open.store.schedule([planFor(story)], after(HOUR));
		expect(scheduled).toMatchObject([{ state: 'ended', reason: { code: 'cancelled_reply' } }]);
		expect(await open.store.get(scheduled[0]?.id ?? '')).toEqual(scheduled[0]);
		const next = planFor({ ...story, anchor: { id: again.id, at: again.at } });
		const { scheduled: stored } = await open.store.schedule([next], after(HOUR));
		expect(stored).toMatchObject([{ state: 'scheduled', anchor: next.anchor }]);
		expect((await open.store.schedule([planFor(story)], after(HOUR))).scheduled).toEqual([]);
	});

	test('other follow-ups, chatbots and customers stand beside each other', async () => {
		const [story, other] = [await silence(open.store), await silence(open.store)];
		const plans = [
			...[planFor(story), planFor(story, { followUpId: 'second' })],
			...[planFor(story, { chatbot: newId('chatbot') }), planFor(other)],
		];
		expect((await open.store.schedule(plans, START)).scheduled).toHaveLength(4);
	});

	test('for a conversation nobody knows nothing is stored, not even the plans beside it', async () => {
		const story = await silence(open.store);
		const stranger = newCustomer();
		const plans = [planFor(story), planFor({ ...story, customer: stranger })];
		await expect(open.store.schedule(plans, START)).rejects.toThrow(
			`There is no conversation "${stranger.key}" in the follow-up store`,
		);
		expect(await open.store.list({ chatbot: story.chatbot })).toEqual([]);
	});

	test('lists by chatbot, conversation and state, earliest due first, in pages', async () => {
		const story = await silence(open.store);
		const plans = [3, 1, 2].map((hours) =>
			planFor(story, { followUpId: `after ${hours}`, dueAt: after(hours * HOUR).toISOString() }),
		);
		await open.store.schedule(plans, START);
		const names = async (filter: object) =>
			(await open.store.list({ chatbot: story.chatbot, ...filter })).map(({ followUpId }) => followUpId);
		expect(await names({})).toEqual(['after 1', 'after 2', 'after 3']);
		expect(await names({ limit: 1, offset: 1 })).toEqual(['after 2']);
		await claim(open.store, story.chatbot, after(HOUR));
		expect(await names({ states: ['claimed'] })).toEqual(['after 1']);
		expect(await names({ conversation: story.customer.key, states: ['scheduled'] })).toHaveLength(2);
		expect(await names({ conversation: 'whatsapp:1:nobody' })).toEqual([]);
	});

	test('cancelling ends the live ones of a conversation, of one chatbot if asked, and says how many', async () => {
		const story = await silence(open.store);
		const other = { ...story, chatbot: newId('chatbot') };
		await open.store.schedule([planFor(story), planFor(story, { followUpId: 'b' }), planFor(other)], START);
		const { key } = story.customer;
		expect(await open.store.cancel(key, { chatbot: other.chatbot }, DUE)).toBe(1);
		expect(await open.store.cancel(key, {}, DUE)).toBe(2);
		expect(await open.store.cancel(key, {}, DUE)).toBe(0);
		expect(await open.store.list({ chatbot: other.chatbot })).toMatchObject([
			{ state: 'ended', reason: { code: 'cancelled_by_user' }, endedAt: DUE.toISOString() },
		]);
	});
});
