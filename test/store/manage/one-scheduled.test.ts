import type { Store } from '../../../lib/index.ts';
import { newId } from '../../support/customer.ts';
import { parseChatbot } from '../../../lib/follow-up/parse-chatbot.ts';
import {
	claim,
	DUE,
	followUpAt,
	planFor,
	silence,
	TEMPLATE,
	type LivePhase,
} from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, WINDOW, after } from '../../support/time.ts';

const SOON = after(5 * MINUTE);

/** Scheduled for a chatbot with settings of its own. */
async function withSettings(store: Store, settings: object, more: object = {}) {
	const story = await silence(store);
	await store.registerChatbot(
		parseChatbot({
			...{ id: story.chatbot, stopCondition: 'When the customer confirms', settings },
			followUps: [{ id: 'reminder', name: 'Reminder', description: 'x', ...more }],
		}),
		START,
	);
	const { scheduled } = await store.schedule([planFor(story)], START);
	return { ...story, id: scheduled[0]?.id as string };
}

describe.each(databases)('one scheduled follow-up on $name', (kind) => {
	const shared = useStore(kind);

	test('due now is claimed at once, and its log tells who wanted it', async () => {
		const { store } = shared;
		const { id, chatbot } = await followUpAt(store, 'scheduled');
		expect(await claim(store, chatbot, SOON)).toEqual([]);
		const { followUp } = await store.makeDue(id, SOON);
		expect(followUp).toMatchObject({ dueAt: SOON.toISOString(), reason: { code: 'due_now_by_user' } });
		expect((await store.audit(id)).at(-1)).toMatchObject({
			...{ from: 'scheduled', to: 'scheduled', code: 'due_now_by_user' },
			detail: { from: DUE.toISOString(), dueAt: SOON.toISOString() },
		});
		expect((await claim(store, chatbot, SOON)).map((one) => one.id)).toEqual([id]);
	});

	test('due now tells what the rules will say to it', async () => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled');
		expect((await store.makeDue(id, after(WINDOW))).reasons).toMatchObject([{ code: 'window_closed' }]);
	});

	test('another time is taken as it is where the rules agree', async () => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled');
		const dueAt = after(9 * HOUR);
		const { followUp, reasons } = await store.reschedule(id, { dueAt }, SOON);
		expect(followUp).toMatchObject({
			...{ state: 'scheduled', dueAt: dueAt.toISOString(), requestedAt: dueAt.toISOString() },
			reasons: [{ code: 'moved_by_user' }],
		});
		expect(reasons).toEqual([]);
	});

	test('another time inside the quiet hours becomes their end', async () => {
		const { store } = shared;
		const quietHours = [{ days: ['monday'], from: '18:00', to: '20:00' }];
		const { id } = await withSettings(store, { timeZone: 'UTC', quietHours });
		const { followUp, reasons } = await store.reschedule(id, { dueAt: after(4 * HOUR) }, SOON);
		expect(followUp.dueAt).toBe(after(5 * HOUR).toISOString());
		expect(reasons).toMatchObject([{ code: 'quiet_hours' }]);
		expect(followUp.reasons.map(({ code }) => code)).toEqual(['moved_by_user', 'quiet_hours']);
	});

	test.each([
		['after the window closes', after(WINDOW + HOUR)],
		['within the safety margin before its end', after(WINDOW - 5 * MINUTE)],
	])('a time %s is refused with the last safe moment', async (_what, dueAt) => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled');
		const before = await store.get(id);
		await expect(store.reschedule(id, { dueAt }, SOON)).rejects.toMatchObject({
			name: 'RefusedError',
			advice: expect.stringContaining(after(WINDOW - 15 * MINUTE).toISOString()) as string,
		});
		expect(await store.get(id)).toEqual(before);
	});

	test('with a WhatsApp template it may be moved to after the window', async () => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled', { content: TEMPLATE });
		const dueAt = after(2 * WINDOW);
		const { followUp } = await store.reschedule(id, { dueAt }, SOON);
		expect(followUp.dueAt).toBe(dueAt.toISOString());
	});

	test('a time that has passed is refused, and the present one too', async () => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled');
		for (const dueAt of [START, SOON])
			await expect(store.reschedule(id, { dueAt }, SOON)).rejects.toThrow(/has passed/);
		expect((await store.get(id))?.dueAt).toBe(DUE.toISOString());
	});

	test('cancelling ends what is scheduled and what is being decided on', async () => {
		const { store } = shared;
		for (const phase of ['scheduled', 'claimed', 'decided'] as const) {
			const one = await followUpAt(store, phase);
			const { followUp } = await store.cancelScheduled(one.id, 'The payment came in', DUE);
			expect(followUp).toMatchObject({
				state: 'ended',
				reason: { code: 'cancelled_by_user', sentence: 'It was cancelled: The payment came in' },
			});
			expect(await store.beginSend(one.id, one.leaseToken, DUE)).toMatchObject({ ok: false });
		}
	});

	const DO: [string, (store: Store, id: string) => Promise<unknown>][] = [
		['cancel', async (store, id) => await store.cancelScheduled(id, undefined, DUE)],
		['send now', async (store, id) => await store.makeDue(id, DUE)],
		['reschedule', async (store, id) => await store.reschedule(id, { dueAt: after(HOUR, DUE) }, DUE)],
	];

	test.each(DO)('%s of what is over says so, and of nothing that there is nothing', async (_name, work) => {
		const { store } = shared;
		const { id } = await followUpAt(store, 'scheduled');
		await store.cancelScheduled(id, undefined, START);
		await expect(work(store, id)).rejects.toThrow(/is over: its state is "ended" since/);
		await expect(work(store, newId('nothing'))).rejects.toThrow(
			/There is no scheduled follow-up with the ID/,
		);
	});

	test.each(DO)('%s of what is on its way to Meta is refused and changes nothing', async (_name, work) => {
		const { store } = shared;
		const { id, now } = await followUpAt(store, 'sending');
		const before = await now();
		await expect(work(store, id)).rejects.toThrow(/is on its way to Meta/);
		expect(await now()).toEqual(before);
	});

	test.each(DO.slice(1))('%s of what is being decided on is refused', async (_name, work) => {
		const { id, now } = await followUpAt(shared.store, 'claimed' satisfies LivePhase);
		await expect(work(shared.store, id)).rejects.toThrow(/being decided on at this moment/);
		expect((await now()).state).toBe('claimed');
	});
});
