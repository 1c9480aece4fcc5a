import type { Store } from '../../../lib/index.ts';
import { newCustomer, newId } from '../../support/customer.ts';
import { DUE, planFor, register, silence, type Story } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

/** A customer with this name and number, for whom something is scheduled. */
async function scheduledFor(store: Store, chatbot: string, name: string, phone: string, dueAt = DUE) {
	const customer = newCustomer({ contact: { id: newId('CO'), name, phone } });
	const story: Story = { ...(await silence(store, customer)), chatbot };
	await register(store, chatbot);
	const { scheduled } = await store.schedule([planFor(story, { dueAt: dueAt.toISOString() })], START);
	return { story, id: scheduled[0]?.id as string };
}

async function readAll<T>(read: (after?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
	const items: T[] = [];
	let next: string | undefined;
	do {
		const page = await read(next);
		items.push(...page.items);
		next = page.next;
	} while (next !== undefined);
	return items;
}

describe.each(databases)('lists on $name', (kind) => {
	const shared = useStore(kind);

	test('pages hold every row once, in order, also when rows come and go meanwhile', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		const ids: string[] = [];
		// Several share a due time: only the ID tells them apart.
		for (let n = 0; n < 25; n++)
			ids.push((await scheduledFor(store, chatbot, `C${n}`, `5730000${n}`, after(HOUR * (1 + (n % 4))))).id);
		let pages = 0;
		const seen = await readAll(async (next) => {
			const page = await store.listScheduled({ chatbot }, { limit: 7, ...(next && { after: next }) });
			expect(page.total).toBeGreaterThanOrEqual(24);
			if (++pages === 1) {
				// One that was read already disappears, and one comes in at the front.
				await store.cancelScheduled(page.items[0]?.id as string, undefined, START);
				await scheduledFor(store, chatbot, 'Late', '57399', after(MINUTE));
			}
			return page;
		});
		expect(pages).toBe(4);
		expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
		const times = seen.map(({ dueAt }) => dueAt);
		expect(times).toEqual([...times].sort());
	});

	test('a page by number is the same as the one reached step by step', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		for (let n = 0; n < 9; n++) await scheduledFor(store, chatbot, `C${n}`, `57301${n}`);
		const first = await store.listScheduled({ chatbot }, { limit: 4 });
		const second = await store.listScheduled({ chatbot }, { limit: 4, after: first.next as string });
		const byNumber = await store.listScheduled({ chatbot }, { limit: 4, offset: 4 });
		expect(byNumber).toEqual(second);
		expect(second.items).toHaveLength(4);
		expect(second.total).toBe(9);
	});

	test.each([
		['a part of the name, whatever its capitals', 'ángela'],
		['the number with plus, spaces and dashes', '+57 300-777 88'],
		['the number as it is', '30077788'],
	])('a customer is found by %s', async (_what, contact) => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		const { id } = await scheduledFor(store, chatbot, 'Ángela Ñáñez', '5730077788');
		await scheduledFor(store, chatbot, 'Pedro', '573111');
		const { items, total } = await store.listScheduled({ chatbot, contact }, { limit: 10 });
		expect(items.map((one) => one.id)).toEqual([id]);
		expect(total).toBe(1);
		expect(items[0]?.customer).toMatchObject({ name: 'Ángela Ñáñez', phone: '5730077788' });
		const conversations = await store.listConversations({ contact, chatbot }, { limit: 10 }, START);
		expect(conversations.items.map(({ contact: { name } }) => name)).toEqual(['Ángela Ñáñez']);
		expect(conversations.items[0]).toMatchObject({ scheduled: 1, nextDueAt: DUE.toISOString() });
	});

	test.each(['%', '_', '100%', "'; drop table conversations; --", '!'])(
		'%s in a search is looked for as it is written',
		async (contact) => {
			const { store } = shared;
			const chatbot = newId('chatbot');
			await scheduledFor(store, chatbot, 'Ana', '573222');
			expect((await store.listScheduled({ chatbot, contact }, { limit: 10 })).items).toEqual([]);
			const { id } = await scheduledFor(store, chatbot, `Tienda ${contact} SAS`, '573223');
			const found = await store.listScheduled({ chatbot, contact }, { limit: 10 });
			expect(found.items.map((one) => one.id)).toEqual([id]);
		},
	);

	test('what is scheduled and what is over are two lists; every filter narrows them', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		const one = await scheduledFor(store, chatbot, 'One', '573331', after(2 * HOUR));
		const two = await scheduledFor(store, chatbot, 'Two', '573332', after(3 * HOUR));
		await store.cancelScheduled(two.id, 'paid', after(MINUTE));
		const scheduled = async (filter: object) =>
			(await store.listScheduled({ chatbot, ...filter }, { limit: 10 })).items.map(({ id }) => id);
		const activity = async (filter: object) =>
			(await store.listActivity({ chatbot, ...filter }, { limit: 10 })).items.map(({ id }) => id);
		expect(await scheduled({})).toEqual([one.id]);
		expect(await activity({})).toEqual([two.id]);
		expect(await scheduled({ states: ['scheduled', 'ended'] })).toEqual([one.id, two.id]);
		expect(await activity({ reasonCode: 'cancelled_by_user' })).toEqual([two.id]);
		expect(await activity({ reasonCode: 'opted_out' })).toEqual([]);
		expect(await activity({ states: ['failed'] })).toEqual([]);
		expect(await scheduled({ colour: 'blue' })).toEqual([one.id]);
		expect(await scheduled({ colour: 'red' })).toEqual([]);
		expect(await scheduled({ platform: 'whatsapp', followUp: 'Reminder' })).toEqual([one.id]);
		expect(await scheduled({ platform: 'messenger' })).toEqual([]);
		expect(await scheduled({ followUp: 'second' })).toEqual([]);
		expect(await scheduled({ conversation: one.story.customer.key })).toEqual([one.id]);
		expect(await scheduled({ conversation: two.story.customer.key })).toEqual([]);
		expect(await scheduled({ conversation: 'whatsapp:1:nobody' })).toEqual([]);
		expect(await scheduled({ from: after(HOUR), until: after(2 * HOUR) })).toEqual([]);
		expect(await scheduled({ from: after(2 * HOUR), until: after(3 * HOUR) })).toEqual([one.id]);
		expect(await activity({ from: after(MINUTE), until: after(2 * MINUTE) })).toEqual([two.id]);
		expect(await activity({ until: after(MINUTE) })).toEqual([]);
		const [ended] = (await store.listActivity({ chatbot }, { limit: 1 })).items;
		expect(ended).toMatchObject({ at: after(MINUTE).toISOString(), state: 'ended' });
		expect(ended?.reason.sentence).toBe('It was cancelled: paid');
	});

	test('no list gives out the token of a lease', async () => {
		const { store } = shared;
		const chatbot = newId('chatbot');
		await scheduledFor(store, chatbot, 'Ana', '573224');
		await store.claimDue({ chatbot, now: DUE, limit: 1, leaseMs: HOUR });
		const { items } = await store.listScheduled({ chatbot }, { limit: 1 });
		expect(items).toMatchObject([{ state: 'claimed' }]);
		expect(JSON.stringify(items)).not.toMatch(/lease/);
	});

	test('an unknown chatbot is named together with the known ones', async () => {
		const { store } = shared;
		const known = newId('known');
		await register(store, known);
		const asked = store.listScheduled({ chatbot: 'typo' }, { limit: 1 });
		await expect(asked).rejects.toMatchObject({
			...{ name: 'RefusedError', message: 'There is no chatbot "typo" in the follow-up store' },
			advice: expect.stringContaining(known) as string,
		});
	});

	test('what is not the end of a page is refused', async () => {
		for (const after of ['x', '', 'e30', Buffer.from('[1,{},1]').toString('base64url')])
			await expect(shared.store.listScheduled({}, { limit: 1, after })).rejects.toThrow(
				'is not the end of a page',
			);
	});

	test('conversations are listed by what is true of them', async () => {
		const { store } = shared;
		const account = newId('account');
		const make = async (name: string) => {
			const customer = newCustomer({ contact: { id: newId('CO'), name } });
			const at = START;
			const asked = { ...customer.writes('Hi', at), account };
			await store.ingest([asked], at);
			return `whatsapp:${account}:${customer.contact.id}`;
		};
		const [, out, market, paused, briefly, bought] = [
			await make('calm'),
			await make('out'),
			await make('market'),
			await make('paused'),
			await make('briefly'),
			await make('bought'),
		];
		await store.optOut({ key: out }, 'all', START);
		await store.optOut({ key: market }, 'marketing', START);
		await store.pauseConversation({ key: paused }, {}, START);
		await store.pauseConversation({ key: briefly }, { until: after(HOUR) }, START);
		await store.markConverted({ key: bought }, {}, START);
		const keys = async (status: string, now = START) =>
			(await store.listConversations({ account, status: status as never }, { limit: 10 }, now)).items
				.map(({ key }) => key)
				.sort();
		expect(await keys('optedOut')).toEqual([out]);
		expect(await keys('marketingOptedOut')).toEqual([market]);
		expect(await keys('paused')).toEqual([briefly, paused].sort());
		expect(await keys('paused', after(HOUR))).toEqual([paused]);
		expect(await keys('converted')).toEqual([bought]);
		expect(await keys('ownedByOther')).toEqual([]);
		expect(await keys('windowOpen', after(23 * HOUR))).toHaveLength(6);
		expect(await keys('windowOpen', after(24 * HOUR))).toEqual([]);
		const { total } = await store.listConversations({ account, from: START }, { limit: 2 }, START);
		expect(total).toBe(6);
	});
});
