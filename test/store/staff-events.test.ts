import { newId } from '../support/customer.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, after } from '../support/time.ts';

const LOOK_BACK = after(-3 * DAY);

/** A customer who answers no follow-up is given up, and the staff hears of it once. */
describe.each(databases)('staff events, on $name', (database) => {
	const open = useStore(database);

	/** A follow-up that went to a customer some hours after they wrote. */
	async function wentOut() {
		const { customer, chatbot, id } = await followUpAt(open.store, 'sending');
		await open.store.finishSend(id, { outcome: 'accepted', messageId: newId('wamid') }, DUE);
		return { customer, chatbot };
	}
	const find = async (chatbot: string, now = after(2 * DAY), from: Date = LOOK_BACK) =>
		await open.store.findStaffEvents({ type: 'gave_up', chatbot, afterMs: DAY, from, now });
	const take = async (chatbot: string, now = after(2 * DAY)) =>
		await open.store.claimStaffEvents({ chatbot, now, limit: 50, leaseMs: 10 * MINUTE });

	test('a day after the last one went unanswered it is told, with its reason, and only once', async () => {
		const { customer, chatbot } = await wentOut();
		const next = await find(chatbot, after(DAY));
		expect(await take(chatbot, after(DAY))).toEqual([]);
		await find(chatbot, after(2 * DAY), next);
		const events = await take(chatbot);
		expect(events).toMatchObject([
			{
				...{ type: 'gave_up', chatbot, unanswered: 1, since: DUE.toISOString() },
				...{ reason: { code: 'gave_up_last' }, conversation: { key: customer.key } },
			},
		]);
		await open.store.staffEventsTold(
			events.map((one) => one.claim),
			after(2 * DAY),
		);
		await find(chatbot, after(3 * DAY));
		expect(await take(chatbot, after(3 * DAY))).toEqual([]);
	});

	test('what no execution told is handed out again, and meanwhile to nobody else', async () => {
		const { chatbot } = await wentOut();
		await find(chatbot);
		expect(await take(chatbot)).toHaveLength(1);
		expect(await take(chatbot, after(2 * DAY + MINUTE))).toEqual([]);
		expect(await take(chatbot, after(2 * DAY + HOUR))).toHaveLength(1);
	});

	test('who answers, also at the last moment, opts out or buys is not given up', async () => {
		const answers = await wentOut();
		await open.store.ingest([answers.customer.writes('Yes', after(30 * HOUR))], after(30 * HOUR));
		await find(answers.chatbot);
		expect(await take(answers.chatbot)).toEqual([]);

		const late = await wentOut();
		await find(late.chatbot);
		await open.store.ingest([late.customer.writes('Yes', after(2 * DAY))], after(2 * DAY));
		expect(await take(late.chatbot)).toEqual([]);

		const stops = await wentOut();
		await open.store.optOut({ key: stops.customer.key }, 'all', after(DAY));
		const buys = await wentOut();
		await open.store.markConverted({ key: buys.customer.key }, {}, after(DAY));
		for (const { chatbot } of [stops, buys]) {
			await find(chatbot);
			expect(await take(chatbot)).toEqual([]);
		}
	});

	test('who writes again begins a new silence, and nobody is told of the one before', async () => {
		const { customer, chatbot } = await wentOut();
		await find(chatbot);
		await open.store.staffEventsTold(
			(await take(chatbot)).map((one) => one.claim),
			after(2 * DAY),
		);
		await open.store.ingest([customer.writes('Hello?', after(3 * DAY))], after(3 * DAY));
		await find(chatbot, after(9 * DAY));
		expect(await take(chatbot, after(9 * DAY))).toEqual([]);
	});

	test('it is deleted with the conversation', async () => {
		const { customer, chatbot } = await wentOut();
		await find(chatbot);
		await open.store.deleteConversation({ key: customer.key }, { keepOptOut: true }, after(2 * DAY));
		expect(await take(chatbot)).toEqual([]);
	});
});
