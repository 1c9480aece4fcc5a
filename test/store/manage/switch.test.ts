import { switchFollowUp, type Store } from '../../../lib/index.ts';
import { parseChatbot } from '../../../lib/follow-up/parse-chatbot.ts';
import { newId } from '../../support/customer.ts';
import { claim, DUE, followUpAt, LEASE_MS, planFor, register, silence } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { MINUTE, START, after } from '../../support/time.ts';

const LATER = after(MINUTE, DUE);

describe.each(databases)('switching follow-ups on $name', (kind) => {
	const shared = useStore(kind);
	const off = async (chatbot: string, followUp = 'reminder') =>
		await switchFollowUp(shared.store, { chatbot, followUp, to: 'off' }, LATER);

	test('off ends what is scheduled and what is being decided on, and leaves what is on its way to Meta', async () => {
		const { store } = shared;
		const sending = await followUpAt(store, 'sending');
		const { chatbot } = sending;
		const [claimed, scheduled] = [await silence(store), await silence(store)];
		const plan = async (story: typeof claimed, followUpId = 'reminder') =>
			(await store.schedule([planFor({ ...story, chatbot }, { followUpId })], START)).scheduled[0]
				?.id as string;
		const claimedId = await plan(claimed);
		const lease = (await claim(store, chatbot, DUE, 1))[0]?.lease.token as string;
		const scheduledId = await plan(scheduled);
		const otherId = await plan(scheduled, 'second');

		expect(await off(chatbot)).toEqual({
			...{ chatbot, id: 'reminder', name: 'reminder', active: false },
			...{ activeInWorkflow: true, activeOverride: false, changed: true, ended: 2 },
		});
		for (const id of [claimedId, scheduledId])
			expect(await store.get(id)).toMatchObject({ state: 'ended', reason: { code: 'definition_inactive' } });
		expect((await store.get(sending.id))?.state).toBe('sending');
		expect((await store.get(otherId))?.state).toBe('scheduled');
		expect(await store.beginSend(claimedId, lease, LATER)).toMatchObject({ ok: false });
	});

	test('more than one batch ends, each with its line in the log', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		await register(store, chatbot);
		const ids: string[] = [];
		for (let n = 0; n < 520; n++) {
			const { scheduled } = await store.schedule([planFor({ ...(await silence(store)), chatbot })], START);
			ids.push(scheduled[0]?.id as string);
		}
		expect((await off(chatbot)).ended).toBe(520);
		expect((await store.audit(ids[519] as string)).at(-1)).toMatchObject({
			...{ from: 'scheduled', to: 'ended', code: 'definition_inactive' },
		});
		expect((await store.listScheduled({ chatbot }, { limit: 1 })).total).toBe(0);
	}, 60_000);

	test('the switch stands when the workflow registers its follow-ups again, also after one was removed and came back', async () => {
		const { store } = shared;
		const { chatbot } = await followUpAt(store, 'scheduled');
		await off(chatbot);
		const activeNow = async () => (await store.chatbot(chatbot))?.followUps.map(({ active }) => active);
		await register(store, chatbot);
		expect(await activeNow()).toEqual([false, true]);
		await registerOnly(store, chatbot, ['second']);
		expect(await activeNow()).toEqual([true]);
		await register(store, chatbot);
		expect(await activeNow()).toEqual([false, true]);
		const back = await switchFollowUp(store, { chatbot, followUp: 'reminder', to: 'asInWorkflow' }, LATER);
		expect(back).toMatchObject({ active: true, changed: true, ended: 0 });
		expect(back.activeOverride).toBeUndefined();
		expect(await activeNow()).toEqual([true, true]);
	});

	test('on again lets new plans be made, and what has ended stays ended', async () => {
		const { store } = shared;
		const { chatbot, id } = await followUpAt(store, 'scheduled');
		await off(chatbot);
		await switchFollowUp(store, { chatbot, followUp: 'reminder', to: 'on' }, LATER);
		expect((await store.get(id))?.state).toBe('ended');
		const { scheduled } = await store.schedule([planFor({ ...(await silence(store)), chatbot })], LATER);
		const due = await store.claimDue({ chatbot, now: LATER, limit: 5, leaseMs: LEASE_MS });
		expect(due.map((one) => one.id)).toEqual([scheduled[0]?.id]);
	});

	test('a follow-up is found by its name too, and counted with what is scheduled of it', async () => {
		const { store } = shared;
		const { chatbot } = await followUpAt(store, 'claimed');
		const [first, second] = await store.listFollowUps({ chatbot });
		expect(first).toMatchObject({ id: 'reminder', active: true, activeInWorkflow: true, scheduled: 1 });
		expect(first?.activeOverride).toBeUndefined();
		expect(second).toMatchObject({ id: 'second', scheduled: 0 });
		expect((await store.listFollowUps({ chatbot, active: false })).length).toBe(0);
		await off(chatbot, 'second');
		expect(await store.listFollowUps({ chatbot, active: false })).toMatchObject([
			{ id: 'second', activeOverride: false, activeInWorkflow: true, definition: { active: false } },
		]);
	});

	test('no more become active than the chatbot allows', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		await store.registerChatbot(
			parseChatbot({
				...{ id: chatbot, stopCondition: 'When the customer confirms', settings: { activeLimit: 2 } },
				followUps: ['a', 'b', 'c'].map((name) => ({ name, description: 'x', active: name !== 'c' })),
			}),
			START,
		);
		const on = async () => await switchFollowUp(store, { chatbot, followUp: 'c', to: 'on' }, START);
		await expect(on()).rejects.toMatchObject({
			...{ name: 'RefusedError', message: '2 follow-ups of the chatbot are active, and at most 2 may be' },
		});
		await off(chatbot, 'a');
		expect(await on()).toMatchObject({ active: true, changed: true });
		// Switching on what is on changes nothing and needs no room.
		expect(await on()).toMatchObject({ active: true, changed: false });
	});

	test.each([
		['an unknown chatbot', { chatbot: 'nowhere', followUp: 'reminder' }, /There is no chatbot "nowhere"/],
		['an unknown follow-up', { followUp: 'remindr' }, /has no follow-up "remindr"/],
	])('%s is refused and named with what there is', async (_what, wrong, message) => {
		const { chatbot } = await followUpAt(shared.store, 'scheduled');
		const asked = switchFollowUp(shared.store, { chatbot, to: 'off', ...wrong }, START);
		await expect(asked).rejects.toThrow(message);
		await expect(asked).rejects.toMatchObject({
			advice: expect.stringMatching(/reminder|Known are/) as string,
		});
	});
});

async function registerOnly(store: Store, id: string, names: string[]): Promise<void> {
	await store.registerChatbot(
		parseChatbot({
			...{ id, stopCondition: 'When the customer confirms' },
			followUps: names.map((name) => ({ id: name, name, description: 'When it is not confirmed' })),
		}),
		START,
	);
}
