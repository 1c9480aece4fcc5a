import { setTimeout as sleep } from 'node:timers/promises';
import { RefusalBook, signingApp, type Refusal, type Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, START, after } from '../support/time.ts';
import { sign } from '../support/webhook-body.ts';

const ACCOUNT = { channel: 'whatsapp' as const, account: '210000000000009' };

describe.each(databases)('refused deliveries on $name', (kind) => {
	const open = useStore(kind);
	const far = (hours: number) => after(10_000 * HOUR + hours * HOUR, START);

	test('are summed up by cause and account, since a moment', async () => {
		const by = { appId: '1002', name: 'Shop' };
		await open.store.noteRefused([{ cause: 'wrong_signature', count: 2 }], far(0));
		await open.store.noteRefused(
			[
				{ cause: 'wrong_signature', count: 1 },
				{ cause: 'other_app', ...ACCOUNT, by, count: 7 },
			],
			far(1),
		);
		await open.store.noteRefused([{ cause: 'wrong_signature', count: 40 }], far(-5));
		const signer = signingApp(Buffer.from('{}'), sign('{}', 'own'), [
			{ secrets: ['own'], appIds: ['1001'], name: 'Clinic' },
		]);
		if (signer) await open.store.foreignAccounts([ACCOUNT], signer, START);
		expect(await open.store.refusedDeliveries(far(0))).toEqual([
			{
				...{ cause: 'other_app', ...ACCOUNT, by, count: 7, lastAt: far(1).toISOString() },
				owner: { appId: '1001', name: 'Clinic' },
			},
			{ cause: 'wrong_signature', count: 3, lastAt: far(1).toISOString() },
		]);
	});

	test('are forgotten after a month', async () => {
		const { refusals } = await open.store.sweep({
			...{ messageDays: 9_999, followUpDays: 9_999, auditDays: 9_999, now: far(31 * 24) },
		});
		expect(refusals).toBeGreaterThan(0);
		expect(await open.store.refusedDeliveries(far(-5))).toEqual([]);
	});
});

describe('the book of what is refused', () => {
	const open = useStore(databases[0] as (typeof databases)[number]);
	const EVERY_MS = 200;

	/** The store, which counts how often it is written to. */
	function watched(): { store: Pick<Store, 'now' | 'noteRefused'>; writes: () => number } {
		let writes = 0;
		const { store } = open;
		return {
			writes: () => writes,
			store: {
				now: async () => await store.now(),
				async noteRefused(...given) {
					writes++;
					await store.noteRefused(...given);
				},
			},
		};
	}
	const total = async (since: Date) =>
		(await open.store.refusedDeliveries(since)).reduce((sum, { count }) => sum + count, 0);

	test('a flood is counted whole and written a few times', async () => {
		const { store, writes } = watched();
		const book = new RefusalBook(() => {}, EVERY_MS);
		const since = new Date(Date.now() - HOUR);
		for (let round = 0; round < 10; round++) {
			for (let one = 0; one < 1_000; one++) book.note({ cause: 'wrong_signature' }, () => store);
			await sleep(EVERY_MS / 10);
		}
		await book.write(() => store);
		expect(await total(since)).toBe(10_000);
		expect(writes()).toBeLessThanOrEqual(4);
	});

	test('many accounts fill neither the memory nor the table', async () => {
		const { store, writes } = watched();
		const book = new RefusalBook(() => {}, EVERY_MS);
		const refusal = (): Refusal => ({ cause: 'other_app', channel: 'whatsapp', account: newId('phone') });
		for (let one = 0; one < 2_000; one++) book.note(refusal(), () => store);
		await book.write(() => store);
		const rows = (await open.store.refusedDeliveries(new Date(Date.now() - HOUR))).filter(
			({ cause }) => cause === 'other_app',
		);
		expect(rows.length).toBeLessThan(60);
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
		expect(writes()).toBe(1);
	});

	test('what could not be written is told, kept and written with the next', async () => {
		const told: string[] = [];
		const book = new RefusalBook(({ message }) => told.push(message), EVERY_MS);
		const before = await total(new Date(Date.now() - HOUR));
		book.note({ cause: 'no_signature' }, () => open.store);
		await book.write(() => Promise.reject(new Error('The store is away')));
		book.note({ cause: 'no_signature' }, () => open.store);
		await book.write(() => open.store);
		expect(told).toEqual(['The store is away']);
		expect(await total(new Date(Date.now() - HOUR))).toBe(before + 2);
	});
});
