import type { DueFollowUp, Store } from '../../../lib/index.ts';
import type { Db } from '../../../lib/store/database/db.ts';
import { openDatabase } from '../../../lib/store/open-store.ts';
import { ACCOUNT, newCustomer } from '../../support/customer.ts';
import {
	claim,
	DUE,
	followUpAt,
	planFor,
	register,
	silence,
	toSend,
	type Prepared,
} from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { MINUTE, START, after } from '../../support/time.ts';

const SOON = after(5 * MINUTE);
const NAME = 'Ángela Restrepo';

let people = 0;

/** Somebody whose every trace can be looked for: ID, number, user name, name and words are nobody else's. */
function somebody() {
	const number = String(++people).padStart(4, '0');
	const contact = {
		...{ id: `CO.DELETEME${number}`, phone: `57300777${number}` },
		...{ username: `angela.${number}`, name: `${NAME} ${number}` },
	};
	return newCustomer({ contact });
}

/** A follow-up was sent, priced and delivered, and the customer bought. */
async function afterALife(store: Store, customer: ReturnType<typeof somebody>): Promise<Prepared> {
	const sent = await followUpAt(store, 'sending', { customer });
	const messageId = `wamid.of.${customer.contact.id}`;
	await store.finishSend(sent.id, { outcome: 'accepted', messageId }, DUE);
	const address = { channel: 'whatsapp', account: ACCOUNT } as const;
	await store.noteCost({ ...address, messageId, scheduledId: sent.id, currency: 'USD' }, DUE);
	const turn = { ...address, contact: customer.contact.id, mostWaitMs: 0 };
	await store.takeTurn(turn, DUE);
	await store.ingest([customer.status(messageId, 'delivered', after(MINUTE, DUE), sent.id)], DUE);
	const item = { key: `run of ${customer.contact.id}`, conversation: customer.key, callbackData: 'x' };
	await store.beginItem(item, DUE);
	await store.markConverted({ key: customer.key }, { reference: `order of ${NAME}` }, DUE);
	return sent;
}

/** How many rows of each table tell of the customer, in any column. What recognises repeated webhooks goes by its age. */
async function tracesOf(db: Db, words: string[]): Promise<Record<string, number>> {
	const found: Record<string, number> = {};
	const tables = await db.introspection.getTables();
	for (const { name } of tables.filter(
		(one) => !/^(sqlite_|seen_events|meta_followup_migration)/.test(one.name),
	)) {
		const rows = await db
			.selectFrom(name as 'messages')
			.selectAll()
			.execute();
		const traces = rows.filter((row) => words.some((word) => JSON.stringify(row).includes(word)));
		if (traces.length > 0) found[name] = traces.length;
	}
	return found;
}

describe.each(databases)('deleting a conversation on $name', (kind) => {
	const shared = useStore(kind);
	let db: Db;
	beforeAll(async () => void (db = (await openDatabase(shared.database.options)).db));
	afterAll(async () => await db?.destroy());
	const deleteAll = async (key: string, keepOptOut = true) =>
		await shared.store.deleteConversation({ key }, { keepOptOut }, SOON);

	test('nothing in the store tells of the customer any more, and nobody else loses anything', async () => {
		const { store } = shared;
		const [customer, other] = [somebody(), somebody()];
		const sent = await afterALife(store, customer);
		const othersSent = await afterALife(store, other);
		const wordsOf = ({ contact }: typeof customer, { id }: Prepared) => [
			...([contact.id, contact.phone, contact.username, contact.name, id] as string[]),
		];
		const before = await tracesOf(db, wordsOf(customer, sent));
		expect(Object.keys(before).sort()).toEqual([
			...['audit_log', 'contact_aliases', 'conversations', 'message_costs', 'messages'],
			...['scheduled_follow_ups', 'send_pace', 'sent_items'],
		]);
		const others = await tracesOf(db, wordsOf(other, othersSent));

		expect(await deleteAll(customer.key)).toEqual({
			...{ key: customer.key, messages: 3, followUps: 1, optOutKept: false },
		});
		expect(await tracesOf(db, wordsOf(customer, sent))).toEqual({});
		expect(await tracesOf(db, [NAME])).toEqual({ conversations: 1, conversions: 1 });
		expect(await tracesOf(db, wordsOf(other, othersSent))).toEqual(others);
	});

	test("by any of the customer's IDs", async () => {
		const { store } = shared;
		const customer = somebody();
		await silence(store, customer);
		const byNumber = `whatsapp:${ACCOUNT}:${customer.contact.phone}`;
		expect(await deleteAll(byNumber)).toMatchObject({ key: customer.key });
		expect(await store.conversation(customer.key)).toBeUndefined();
	});

	test('of somebody who opted out, only that is kept, and by which IDs to know them', async () => {
		const { store } = shared;
		const customer = somebody();
		const { chatbot, anchor } = await silence(store, customer);
		await store.pauseConversation({ key: customer.key }, { why: `${NAME} called` }, SOON);
		await store.optOut({ key: customer.key }, 'all', SOON);
		expect(await deleteAll(customer.key)).toMatchObject({ messages: 2, optOutKept: true });
		const byNumber = await store.conversation(`whatsapp:${ACCOUNT}:${customer.contact.phone}`);
		expect(byNumber).toMatchObject({ key: customer.key, optedOutAt: SOON.toISOString() });
		expect(byNumber).not.toHaveProperty('pausedAt');
		expect(byNumber).not.toHaveProperty('lastInboundAt');
		expect(
			await tracesOf(db, [customer.contact.name as string, customer.contact.username as string]),
		).toEqual({});
		// A plan that was on its way to the store meanwhile goes no further than the last check before Meta.
		await register(store, chatbot);
		await store.schedule([planFor({ customer, chatbot, anchor })], DUE);
		const [due] = (await claim(store, chatbot, DUE)) as [DueFollowUp];
		await store.recordDecision(toSend(due.id), due.lease.token, DUE);
		expect(await store.beginSend(due.id, due.lease.token, DUE)).toMatchObject({
			...{ ok: false, reason: { code: 'opted_out' } },
		});
	});

	test('somebody who opted out is forgotten altogether if asked for', async () => {
		const { store } = shared;
		const customer = somebody();
		await silence(store, customer);
		await store.optOut({ key: customer.key }, 'marketing', SOON);
		expect(await deleteAll(customer.key, false)).toMatchObject({ optOutKept: false });
		expect(await store.conversation(customer.key)).toBeUndefined();
	});

	test('while a message is on its way to Meta it is refused, and nothing is deleted', async () => {
		const { store } = shared;
		const one = await followUpAt(store, 'sending', { customer: somebody() });
		await expect(deleteAll(one.customer.key)).rejects.toMatchObject({
			name: 'RefusedError',
			message: expect.stringContaining(`is being sent right now (${one.id})`) as string,
		});
		expect((await one.now()).state).toBe('sending');
		await store.finishSend(one.id, { outcome: 'accepted', messageId: 'wamid.late' }, DUE);
		expect(await deleteAll(one.customer.key)).toMatchObject({ followUps: 1 });
	});

	test('a run that was deciding finds its claim lost, and later news of old messages makes nothing anew', async () => {
		const { store } = shared;
		const one = await followUpAt(store, 'claimed', { customer: somebody() });
		const { customer, id, leaseToken } = one;
		await deleteAll(customer.key);
		expect(await store.recordDecision(toSend(id), leaseToken, DUE)).toBe(false);
		expect(await store.beginSend(id, leaseToken, DUE)).toMatchObject({
			...{ ok: false, reason: { code: 'claim_lost' } },
		});
		await store.ingest([customer.status('wamid.of.old', 'read', DUE, id)], DUE);
		expect(await tracesOf(db, [customer.contact.id, id])).toEqual({});
	});

	test.each([true, false])(
		'what became of their messages is told later and makes nothing anew, with the opt-out kept: %s',
		async (keepOptOut) => {
			const { store } = shared;
			const customer = somebody();
			const sent = await afterALife(store, customer);
			const messageId = `wamid.of.${customer.contact.id}`;
			await store.optOut({ key: customer.key }, 'all', DUE);
			await deleteAll(customer.key, keepOptOut);
			const left = await tracesOf(db, [...(Object.values(customer.contact) as string[]), sent.id]);
			const read = customer.status(messageId, 'read', after(20 * 24 * 60 * MINUTE, DUE));
			const failed = customer.status(messageId, 'failed', after(20 * 24 * 60 * MINUTE, DUE));
			const status = { ...read.status, pricing: { type: 'regular', category: 'marketing' } };
			const priced = { ...read, status } as typeof read;
			for (const events of [
				[priced],
				[failed],
				[
					{ ...priced, id: 'again' },
					{ ...failed, id: 'twice' },
				],
			])
				await store.ingest(events, after(20 * 24 * 60 * MINUTE, DUE));
			expect(await tracesOf(db, [...(Object.values(customer.contact) as string[]), sent.id])).toEqual(left);
			expect(await store.transcript(customer.key, 10)).toEqual([]);
		},
	);

	test('the costs go too, whose messages were tidied away before', async () => {
		const { store } = shared;
		const customer = somebody();
		const sent = await afterALife(store, customer);
		const other = `wamid.of.another.application.${customer.contact.id}`;
		const delivered = customer.status(other, 'delivered', after(MINUTE, DUE));
		const pricing = { type: 'regular', category: 'marketing' };
		await store.ingest([{ ...delivered, status: { ...delivered.status, pricing } } as never], DUE);
		const late = after(120 * 24 * 60 * MINUTE, DUE);
		await store.sweep({ messageDays: 90, followUpDays: 400, auditDays: 400, now: late });
		const words = [customer.contact.id, sent.id];
		expect(await tracesOf(db, words)).not.toHaveProperty('messages');
		await deleteAll(customer.key);
		expect(await tracesOf(db, words)).toEqual({});
	});

	test('somebody who writes again begins anew, and a webhook of before that comes again changes nothing', async () => {
		const { store } = shared;
		const customer = somebody();
		const asked = customer.writes('I would like an appointment', START);
		await store.ingest([asked], START);
		await deleteAll(customer.key);
		expect(await store.ingest([asked], SOON)).toMatchObject({ duplicates: 1 });
		expect(await store.conversation(customer.key)).toBeUndefined();
		const story = await silence(store, customer, DUE);
		expect((await store.schedule([planFor(story)], DUE)).scheduled).toHaveLength(1);
		expect(await store.transcript(customer.key, 10)).toHaveLength(2);
	});

	test('whoever writes in that very moment is recorded before it or anew, never half', async () => {
		const { store } = shared;
		for (let round = 0; round < 20; round++) {
			const customer = somebody();
			await silence(store, customer);
			const [done] = await Promise.all([
				deleteAll(customer.key),
				store.ingest([customer.writes('And on Friday?', SOON)], SOON),
			]);
			const left = await store.transcript(customer.key, 10);
			expect(done.messages + left.length).toBe(3);
			expect(left.map(({ text }) => text)).toEqual(left.length === 0 ? [] : ['And on Friday?']);
		}
	});

	test('a conversation that is not there is refused with what to do', async () => {
		await expect(deleteAll('whatsapp:1:nobody')).rejects.toMatchObject({
			name: 'RefusedError',
			message: 'There is no conversation "whatsapp:1:nobody" in the follow-up store',
		});
	});
});
