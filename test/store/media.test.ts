import type { Store } from '../../lib/index.ts';
import { atOnce } from '../support/connections.ts';
import { newCustomer, type Customer } from '../support/customer.ts';
import { hears, registerListener, sendsFile } from '../support/media.ts';
import { followUpAt, planFor, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const USE = { model: 'whisper-1', promptVersion: 'media test', calls: 1 };
const PICTURE = { kind: 'image', id: '900000000000001' } as const;
const OPTIONS = { leaseMs: MINUTE, limit: 10 };

describe.each(databases)('voice notes and pictures, on $name', (kind) => {
	const open = useStore(kind);

	/** A follow-up is scheduled, then something comes without words. */
	async function sent(store: Store, file?: Parameters<typeof sendsFile>[2], customer?: Customer) {
		await registerListener(store);
		const one = await followUpAt(store, 'scheduled', customer ? { customer } : {});
		const event = sendsFile(one.customer, after(2 * MINUTE), file);
		await store.ingest([event], after(2 * MINUTE));
		return { ...one, key: one.customer.key, event };
	}

	const last = async (key: string) => (await open.store.transcript(key, 10)).at(-1);

	test('what was said stands in the transcript as what it is, and is given to nobody a second time', async () => {
		const { key } = await sent(open.store);
		expect(await last(key)).toMatchObject({ type: 'audio', media: { state: 'open', voice: true } });
		await hears(open.store, key, { text: 'A las diez, por favor', seconds: 14.2 });
		expect(await last(key)).toMatchObject({
			...{ type: 'audio', text: 'A las diez, por favor' },
			media: { kind: 'audio', voice: true, state: 'understood', seconds: 14.2 },
		});
		expect(await open.store.claimMedia(key, OPTIONS, after(DAY))).toEqual({ claimed: [], elsewhere: 0 });
	});

	test.each(['Por favor no me escriban más', 'STOP', 'please stop messaging me'])(
		'a request for no more messages by voice counts like one in writing: %s',
		async (text) => {
			const { key, event, ...story } = await sent(open.store);
			const plan = planFor({ ...story, anchor: { id: event.id, at: event.at } });
			const { scheduled } = await open.store.schedule([plan], after(3 * MINUTE));
			const { cancelled } = await hears(open.store, key, { text }, after(4 * MINUTE));
			const ended = await open.store.get(scheduled[0]?.id ?? '');
			expect([cancelled, ended?.reason.code]).toEqual([1, 'opted_out']);
			expect(await open.store.conversation(key)).toMatchObject({
				optedOutBy: 'customer',
				optedOutAt: after(2 * MINUTE).toISOString(),
			});
		},
	);

	test('said before the customer agreed again it ends nothing', async () => {
		const { key } = await sent(open.store);
		await open.store.optIn({ key }, 'By phone', after(HOUR));
		await hears(open.store, key, { text: 'No me escriban más' }, after(2 * HOUR));
		expect(await open.store.conversation(key)).not.toHaveProperty('optedOutAt', expect.anything());
	});

	test('words that stand in a picture are no wish of the customer', async () => {
		const { key } = await sent(open.store, PICTURE);
		await hears(open.store, key, { text: 'STOP' });
		expect(await last(key)).toMatchObject({ text: 'STOP', media: { kind: 'image', state: 'understood' } });
		expect(await open.store.conversation(key)).not.toHaveProperty('optedOutAt', expect.anything());
	});

	test('of several runs at once one takes the file', async () => {
		const { key } = await sent(open.store);
		const calls = Array.from(
			{ length: 4 },
			() => [[key, OPTIONS, START]] as [[string, typeof OPTIONS, typeof START]],
		);
		const answers = (await atOnce(open.database.options, 'claimMedia', calls)).flat();
		expect(answers.flatMap(({ claimed }) => claimed)).toHaveLength(1);
		expect(answers.reduce((sum, { elsewhere }) => sum + elsewhere, 0)).toBe(3);
	});

	test('a run that ended without a word gives the file up when its claim runs out, and what it says then is dropped', async () => {
		const { key } = await sent(open.store);
		const first = (await open.store.claimMedia(key, OPTIONS, START)).claimed[0];
		const second = (await open.store.claimMedia(key, OPTIONS, after(MINUTE))).claimed[0];
		expect(second?.messageId).toBe(first?.messageId);
		const outcome = { messageId: first?.messageId ?? '', text: 'late' };
		await open.store.keepMedia(key, [{ ...outcome, token: first?.token ?? '' }], after(MINUTE));
		expect(await last(key)).not.toHaveProperty('text');
		await open.store.keepMedia(
			key,
			[{ ...outcome, text: 'right', token: second?.token ?? '' }],
			after(MINUTE),
		);
		expect(await last(key)).toMatchObject({ text: 'right' });
	});

	test('what cannot be understood says why: for good, or until somebody sets it up, or for a day', async () => {
		const { key } = await sent(open.store);
		for (const hours of [1, 2, 24]) {
			await hears(open.store, key, { failure: 'server_unavailable' }, after(hours * HOUR));
			expect(await last(key)).toMatchObject({ media: { state: 'open', failure: 'server_unavailable' } });
		}
		await hears(open.store, key, { failure: 'no_transcription' }, after(24 * HOUR));
		expect(await last(key)).toMatchObject({ media: { state: 'open', failure: 'no_transcription' } });
		await hears(open.store, key, { failure: 'server_unavailable' }, after(25 * HOUR));
		expect(await last(key)).toMatchObject({ media: { state: 'failed', failure: 'gave_up' } });
		const other = await sent(open.store, PICTURE);
		await hears(open.store, other.key, { failure: 'no_picture' });
		expect(await last(other.key)).toMatchObject({ media: { state: 'failed', failure: 'no_picture' } });
	});

	test('taken back, or deleted with the customer, while it was listened to: nothing of it is kept', async () => {
		const { key, customer, event } = await sent(open.store);
		const { claimed } = await open.store.claimMedia(key, OPTIONS, START);
		const token = claimed[0]?.token ?? '';
		const gone = customer.event('other', after(3 * MINUTE));
		gone.correction = { action: 'delete', messageId: event.id };
		await open.store.ingest([gone], after(3 * MINUTE));
		await open.store.keepMedia(key, [{ messageId: event.id, token, text: 'secret' }], after(4 * MINUTE));
		const taken = (await open.store.transcript(key, 10)).find(({ id }) => id === event.id);
		expect(taken).toEqual(expect.not.objectContaining({ text: expect.anything(), media: expect.anything() }));
		await open.store.deleteConversation({ key }, { keepOptOut: false }, after(5 * MINUTE));
		expect(await open.store.keepMedia(key, [{ messageId: event.id, token, text: 'secret' }], START)).toEqual({
			cancelled: 0,
		});
		expect(await open.store.transcript(key, 10)).toEqual([]);
	});

	test('one with words of its own is not listened to', async () => {
		await registerListener(open.store);
		const { customer } = await silence(open.store);
		const event = sendsFile(customer, after(2 * MINUTE), PICTURE);
		event.message = { ...event.message, id: event.id, type: 'image', text: 'This one' };
		await open.store.ingest([event], after(2 * MINUTE));
		expect(await open.store.claimMedia(customer.key, OPTIONS, START)).toEqual({ claimed: [], elsewhere: 0 });
	});

	test('the calls are in the log of the follow-up they were made for, and counted as model use', async () => {
		const { key, id, chatbot } = await sent(open.store);
		await hears(open.store, key, { text: 'A las diez', use: { ...USE, inputTokens: 30 }, paidFor: id });
		expect((await open.store.audit(id)).at(-1)).toMatchObject({ code: 'media_understood', detail: USE });
		const range = { from: after(-DAY), to: after(2 * DAY), timeZone: 'UTC', now: after(2 * DAY) };
		const { byFollowUp } = await open.store.statistics({ ...range, chatbot });
		expect(byFollowUp[0]?.model).toMatchObject({ calls: 1, inputTokens: 30 });
	});
});

const DAY = 24 * HOUR;

describe.each(databases.slice(0, 1))('without a chatbot that understands them, on $name', (kind) => {
	const open = useStore(kind);

	test('no address of a file is kept', async () => {
		const customer = newCustomer();
		await open.store.ingest([sendsFile(customer, START)], START);
		const [message] = await open.store.transcript(customer.key, 10);
		expect(message).toMatchObject({ type: 'audio' });
		expect(message).not.toHaveProperty('media');
	});
});
