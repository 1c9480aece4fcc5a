import { conversationKey, type Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { DUE, LEASE_MS } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

/** So many customers of one account wait for a follow-up; those of the first account have waited longest. */
async function backlog(store: Store, chatbot: string, waiting: Record<string, number>): Promise<void> {
	for (const [place, [account, count]] of Object.entries(waiting).entries()) {
		for (let n = 0; n < count; n++) {
			const contact = { id: newId('contact') };
			const message = { id: newId('wamid'), type: 'text', text: 'hello' };
			const said = {
				kind: 'message',
				channel: 'whatsapp',
				at: START.toISOString(),
				opensWindow: true,
			} as const;
			await store.ingest([{ ...said, id: message.id, account, contact, message, raw: {} }], START);
			const dueAt = after(place * MINUTE + n, DUE).toISOString();
			const times = { requestedAt: dueAt, allowedAt: dueAt, dueAt, reasons: [] };
			const about = { chatbot, followUpId: 'reminder', name: 'Reminder' };
			const anchor = { id: message.id, at: START.toISOString() };
			const conversation = conversationKey({ channel: 'whatsapp', account, contact: contact.id });
			await store.schedule([{ ...about, ...times, conversation, anchor }], START);
		}
	}
}

describe.each(databases)('accounts on $name', (kind) => {
	const open = useStore(kind);
	const claimed = async (chatbot: string, limit: number, now = after(HOUR, DUE)) => {
		const due = await open.store.claimDue({ chatbot, now, limit, leaseMs: LEASE_MS });
		const accounts = due.map(({ account }) => account);
		const counts = new Map<string, number>();
		for (const account of accounts) counts.set(account, (counts.get(account) ?? 0) + 1);
		return Object.fromEntries(counts);
	};

	test('a big account does not starve a small one, and what one does not use the others get', async () => {
		const chatbot = newId('chatbot');
		await backlog(open.store, chatbot, { big: 30, small: 2, middle: 8 });
		expect(await claimed(chatbot, 12)).toEqual({ big: 6, small: 2, middle: 4 });
		expect(await claimed(chatbot, 12)).toEqual({ big: 8, middle: 4 });
		expect(await claimed(chatbot, 12)).toEqual({ big: 12 });
		expect(await claimed(chatbot, 12)).toEqual({ big: 4 });
		expect(await claimed(chatbot, 12)).toEqual({});
	});

	test('with more accounts than places those that have waited longest come first', async () => {
		const chatbot = newId('chatbot');
		await backlog(open.store, chatbot, { a: 2, b: 1, c: 1, d: 1 });
		expect(await claimed(chatbot, 2)).toEqual({ a: 1, b: 1 });
		expect(await claimed(chatbot, 3)).toEqual({ a: 1, c: 1, d: 1 });
	});

	test('an agency with six hundred accounts gets one of each', async () => {
		const chatbot = newId('chatbot');
		const accounts = Array.from({ length: 600 }, (_, place) => `account ${place}`);
		await backlog(open.store, chatbot, Object.fromEntries(accounts.map((account) => [account, 1])));
		const taken = await claimed(chatbot, 600, after(24 * HOUR, DUE));
		expect(Object.keys(taken).sort()).toEqual([...accounts].sort());
	});

	test('what came due too long ago ends as expired, the rest stays', async () => {
		const chatbot = newId('chatbot');
		await backlog(open.store, chatbot, { a: 2, b: 2 });
		const expired = await open.store.expireOverdue({
			chatbot,
			dueBefore: after(MINUTE, DUE),
			now: after(HOUR, DUE),
		});
		expect(expired).toBe(2);
		const ended = await open.store.list({ chatbot, states: ['ended'] });
		expect(ended.map(({ account, reason }) => `${account} ${reason.code}`)).toEqual([
			'a expired',
			'a expired',
		]);
		expect(await claimed(chatbot, 10)).toEqual({ b: 2 });
	});
});
