import { openStore, type MessagingEvent, type Now } from '../../lib/index.ts';
import { LEFT_MS, LISTENS_MS } from '../../lib/store/queue/starts/listeners.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { sendsFile } from '../support/media.ts';
import { LEASE_MS, newListener, takeAll, takeStarts } from '../support/starts.ts';
import { databases, useStore } from '../support/stores.ts';
import { after, MINUTE, START } from '../support/time.ts';
import { registerOne } from '../intake/chatbot.ts';

const NOW = after(0, START);

describe.each(databases)('events that wait for their workflow on $name', (kind) => {
	const open = useStore(kind);
	const ingest = async (events: MessagingEvent[], now: Now = NOW) =>
		await open.store.ingest(events, now, { planBy: {}, keepStarts: true });
	const ids = (events: MessagingEvent[]) => events.map(({ id }) => id);

	test('are handed out once, with the conversation', async () => {
		const [listener, ana] = [await newListener(open.store, NOW), newCustomer()];
		const message = ana.writes();
		await ingest([message]);
		const [start, ...more] = await takeStarts(open.store, listener, NOW);
		expect(more).toEqual([]);
		expect(start).toMatchObject({
			event: { id: message.id, message: { text: 'I would like an appointment' } },
			conversation: { key: ana.key, lastInboundId: message.id },
			receivedAt: NOW,
		});
		expect(await takeStarts(open.store, listener, after(LEASE_MS - 1, NOW))).toEqual([]);
		await open.store.startsBegun([start as NonNullable<typeof start>]);
		expect(await takeStarts(open.store, listener, after(2 * LEASE_MS, NOW))).toEqual([]);
	});

	test('wait for each trigger that wants them, and for none that does not', async () => {
		const first = await newListener(open.store, NOW);
		const second = await newListener(open.store, NOW);
		const statuses = await newListener(open.store, NOW, { kinds: ['status'] });
		const elsewhere = await newListener(open.store, NOW, {
			wants: { kinds: ['message'], states: [], accounts: ['another account'] },
		});
		const message = newCustomer().writes();
		await ingest([message]);
		expect(await takeAll(open.store, first, NOW)).toEqual([message.id]);
		expect(await takeAll(open.store, second, NOW)).toEqual([message.id]);
		expect(await takeAll(open.store, statuses, NOW)).toEqual([]);
		expect(await takeAll(open.store, elsewhere, NOW)).toEqual([]);
	});

	test('are kept by nobody who only records: without being told to, and without a trigger', async () => {
		const listener = await newListener(open.store, NOW);
		await open.store.ingest([newCustomer().writes()], NOW, { planBy: {} });
		expect(await takeAll(open.store, listener, NOW)).toEqual([]);
		const late = newCustomer().writes();
		await ingest([late]);
		const lateListener = await newListener(open.store, NOW);
		expect(await takeAll(open.store, lateListener, NOW)).toEqual([]);
	});

	test('are still kept for ten minutes for a trigger that takes them no more, and wait until they are taken', async () => {
		const listener = await newListener(open.store, NOW);
		expect(await open.store.isListening(listener.id, NOW)).toBe(true);
		await open.store.leaveStarts(listener.id, NOW);
		expect(await open.store.isListening(listener.id, after(LEFT_MS - 1, NOW))).toBe(true);
		expect(await open.store.isListening(listener.id, after(LEFT_MS, NOW))).toBe(false);
		await ingest([newCustomer().writes()]);
		expect(await open.store.isListening(listener.id, after(LEFT_MS, NOW))).toBe(true);
		await takeAll(open.store, listener, NOW);
		expect(await open.store.isListening(listener.id, after(LEFT_MS, NOW))).toBe(false);
	});

	test('of one conversation come one after the other, of several side by side', async () => {
		const [listener, ana, ben] = [await newListener(open.store, NOW), newCustomer(), newCustomer()];
		const [a1, a2, b1] = [ana.writes('one'), ana.writes('two', after(1, START)), ben.writes()];
		await ingest([a1, a2, b1]);
		const first = await takeStarts(open.store, listener, NOW);
		expect(first.map(({ event }) => event.id)).toEqual([a1.id, b1.id]);
		expect(await takeStarts(open.store, listener, NOW)).toEqual([]);
		await open.store.startsBegun(first);
		const second = await takeStarts(open.store, listener, NOW);
		expect(second.map(({ event }) => event.id)).toEqual([a2.id]);
	});

	test('delivered twice, also at once, wait once', async () => {
		const [listener, message] = [await newListener(open.store, NOW), newCustomer().writes()];
		await Promise.all([ingest([message]), ingest([message]), ingest([message, message])]);
		expect(await takeAll(open.store, listener, NOW)).toEqual([message.id]);
		await ingest([message], after(5 * MINUTE, NOW));
		expect(await takeAll(open.store, listener, after(5 * MINUTE, NOW))).toEqual([]);
	});

	test('that came in through the webhook of n8n do not wait here too, and the other way round', async () => {
		const [listener, first, second] = [
			await newListener(open.store, NOW),
			newCustomer().writes(),
			newCustomer().writes(),
		];
		const webhook = { id: listener.id, wants: () => true };
		const byWebhook = async (event: MessagingEvent) =>
			(await open.store.ingest([event], after(MINUTE, NOW), { listener: webhook })).events.length;
		expect(await byWebhook(first)).toBe(1);
		await open.store.markAnswered([first], listener.id, NOW);
		await ingest([first]);
		await ingest([second]);
		expect(await byWebhook(second)).toBe(0);
		expect(await takeAll(open.store, listener, NOW)).toEqual([second.id]);
	});

	test('claimed by two n8n at once go to one of them each', async () => {
		const listener = await newListener(open.store, NOW);
		const messages = Array.from({ length: 60 }, () => newCustomer().writes());
		await ingest(messages);
		const other = await openStore(open.database.options);
		try {
			const taken = await Promise.all(
				[open.store, other, open.store, other].map(
					async (store) => await takeStarts(store, listener, NOW, 20),
				),
			);
			const all = taken.flat().map(({ event }) => event.id);
			expect(new Set(all).size).toBe(all.length);
			const rest = await takeStarts(open.store, listener, NOW, 100);
			expect([...all, ...rest.map(({ event }) => event.id)].sort()).toEqual(ids(messages).sort());
		} finally {
			await other.close();
		}
	});

	test('whose n8n ended before it began come again after their lease, in order, under the same key', async () => {
		const [listener, ana] = [await newListener(open.store, NOW), newCustomer()];
		const [one, two] = [ana.writes('one'), ana.writes('two', after(1, START))];
		await ingest([one]);
		const [lost] = await takeStarts(open.store, listener, NOW);
		await ingest([two]);
		const later = after(LEASE_MS, NOW);
		expect(await takeStarts(open.store, listener, after(LEASE_MS - 1, NOW))).toEqual([]);
		const [again, ...more] = await takeStarts(open.store, listener, later);
		expect(more).toEqual([]);
		expect(again).toMatchObject({ event: { id: one.id }, key: lost?.key });
		// The one before is told of late: its lease is another's by now.
		await open.store.startsBegun([lost as NonNullable<typeof lost>]);
		expect(await takeStarts(open.store, listener, later)).toEqual([]);
		await open.store.startsBegun([again as NonNullable<typeof again>]);
		expect(await takeAll(open.store, listener, later)).toEqual([two.id]);
	});

	test('given back are handed out at once', async () => {
		const [listener, message] = [await newListener(open.store, NOW), newCustomer().writes()];
		await ingest([message]);
		await open.store.giveBackStarts(await takeStarts(open.store, listener, NOW));
		expect(await takeAll(open.store, listener, NOW)).toEqual([message.id]);
	});

	test('go with the customer who is deleted', async () => {
		const [listener, ana, ben] = [await newListener(open.store, NOW), newCustomer(), newCustomer()];
		const kept = ben.writes();
		await ingest([ana.writes(), kept]);
		await open.store.deleteConversation({ key: ana.key }, { keepOptOut: true }, NOW);
		expect(await takeAll(open.store, listener, NOW)).toEqual([kept.id]);
	});

	test('come in the order of one person whose two conversations are joined', async () => {
		const [listener, ana] = [await newListener(open.store, NOW), newCustomer()];
		const again = newCustomer();
		const [one, two] = [ana.writes('one'), again.writes('two', after(1, START))];
		await ingest([one]);
		await ingest([two]);
		await ingest([ana.hasNewId(again.contact, after(2, START))]);
		const first = await takeStarts(open.store, listener, NOW);
		expect(first.map(({ event }) => event.id)).toEqual([one.id]);
		await open.store.startsBegun(first);
		expect(await takeAll(open.store, listener, NOW)).toEqual([two.id]);
	});

	test('are kept for a workflow that is taken back for some minutes only, and wait until it is published', async () => {
		const [listener, before, soon, late] = [
			await newListener(open.store, NOW),
			...[newCustomer(), newCustomer(), newCustomer()].map((customer) => customer.writes()),
		] as const;
		await ingest([before as MessagingEvent]);
		await open.store.leaveStarts(listener.id, NOW);
		await ingest([soon as MessagingEvent], after(LEFT_MS - 1, NOW));
		await ingest([late as MessagingEvent], after(LEFT_MS, NOW));
		await open.store.listenForStarts(listener, after(2 * LEFT_MS, NOW));
		expect(await takeAll(open.store, listener, after(2 * LEFT_MS, NOW))).toEqual([before?.id, soon?.id]);
	});

	test('are kept for a trigger that was not heard of for a week, and no longer', async () => {
		const listener = await newListener(open.store, NOW);
		const [during, beyond] = [newCustomer().writes(), newCustomer().writes()];
		await ingest([during], after(LISTENS_MS - 1, NOW));
		await ingest([beyond], after(LISTENS_MS, NOW));
		expect(await takeAll(open.store, listener, after(LISTENS_MS, NOW))).toEqual([during.id]);
	});

	test('follow the filter of the trigger as it is now', async () => {
		const listener = await newListener(open.store, NOW);
		const ana = newCustomer();
		await open.store.listenForStarts({ ...listener, wants: { ...listener.wants, kinds: ['reaction'] } }, NOW);
		await ingest([ana.writes()]);
		expect(await takeAll(open.store, listener, NOW)).toEqual([]);
	});

	test('that are planned for while they are recorded start nothing, as long as their node is known as it is', async () => {
		const known = { id: newId('node'), version: 'one' };
		await registerOne(open.store, known);
		const listener = await newListener(open.store, NOW, {
			plannedBy: [known],
			kinds: ['message', 'reaction'],
		});
		const edited = await newListener(open.store, NOW, { plannedBy: [{ ...known, version: 'two' }] });
		const ana = newCustomer();
		const message = ana.writes();
		await ingest([message]);
		expect(await takeAll(open.store, listener, NOW)).toEqual([]);
		expect(await takeAll(open.store, edited, NOW)).toEqual([message.id]);
		const another = newCustomer().writes();
		// Of a chatbot that this intake does not plan for, the workflow has to.
		await open.store.ingest([another], NOW, { planBy: { only: ['another'] }, keepStarts: true });
		expect(await takeAll(open.store, listener, NOW)).toEqual([another.id]);
	});

	test('begin with a voice note where the workflow understands it, though it is planned for', async () => {
		const known = { id: newId('node'), version: 'one' };
		await registerOne(open.store, known);
		const hearing = await newListener(open.store, NOW, { plannedBy: [known], hears: true });
		const deaf = await newListener(open.store, NOW, { plannedBy: [known] });
		const ana = newCustomer();
		const voice = sendsFile(ana, NOW);
		await ingest([ana.writes(), voice]);
		expect(await takeAll(open.store, hearing, NOW)).toEqual([voice.id]);
		expect(await takeAll(open.store, deaf, NOW)).toEqual([]);
	});

	test('carry what Meta sent where it is asked for, and only there', async () => {
		const [plain, raw] = [
			await newListener(open.store, NOW),
			await newListener(open.store, NOW, { includeRaw: true }),
		];
		await ingest([{ ...newCustomer().writes(), raw: { as: 'sent' } }]);
		expect((await takeStarts(open.store, raw, NOW))[0]?.event.raw).toEqual({ as: 'sent' });
		expect((await takeStarts(open.store, plain, NOW))[0]?.event.raw).toBeUndefined();
	});

	test('that nobody took for as long as Meta delivers again are swept, with triggers that are gone', async () => {
		const [listener, message] = [await newListener(open.store, NOW), newCustomer().writes()];
		await ingest([message]);
		const keep = { messageDays: 1000, followUpDays: 1000, auditDays: 1000 };
		await open.store.sweep({ ...keep, now: after(7 * 24 * 60 * MINUTE, NOW) });
		expect(await takeStarts(open.store, listener, NOW)).toHaveLength(1);
		const sweep = async () => await open.store.sweep({ ...keep, now: after(9 * 24 * 60 * MINUTE, NOW) });
		let swept = await sweep();
		expect(swept.starts).toBeGreaterThan(0);
		while (!swept.done) swept = await sweep();
		expect(await takeStarts(open.store, listener, after(9 * 24 * 60 * MINUTE, NOW))).toEqual([]);
	});
});
