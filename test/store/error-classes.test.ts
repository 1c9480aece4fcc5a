import {
	ERROR_ROWS,
	type ConversationWithHistory,
	type ErrorClass,
	type ErrorRow,
	type Store,
} from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { DUE, TEMPLATE, claim, planFor, register, silence, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, WINDOW, after } from '../support/time.ts';

/** A code that Meta does not have: whatever follows from it follows from its class. */
const CODE = 999_001;
const rows = ERROR_ROWS as ErrorRow[];
const added = (kind: ErrorClass, platform: ErrorRow['platform']): ErrorRow => ({
	...{ platform, code: CODE, class: kind, meaning: 'New at Meta', advice: 'Look it up' },
});
const message = 'Meta has a new way to say it';

/** When only a template may go. */
const CLOSED = after(WINDOW + HOUR);

/** The ways in which Meta refuses a message that is being sent. */
const refusals = {
	async 'in its answer'(store: Store, id: string) {
		await store.finishSend(id, { outcome: 'failed', code: CODE, message }, CLOSED);
	},
	async 'in a status'(store: Store, id: string, customer: ReturnType<typeof newCustomer>) {
		const messageId = newId('wamid');
		await store.finishSend(id, { outcome: 'accepted', messageId }, CLOSED);
		const at = after(MINUTE, CLOSED);
		const status = { messageId, state: 'failed' as const, errors: [{ code: CODE, message }] };
		await store.ingest([customer.event('status', at, { status })], at);
	},
};

describe.each(databases)('a code that is added to the table of errors, on $name', (kind) => {
	const open = useStore(kind);
	afterEach(() => {
		for (let at = rows.length - 1; rows[at]?.code === CODE; at--) rows.pop();
	});

	/** Two templates for the same silence, both decided; the first is on its way. */
	async function twoTemplates() {
		const story = await silence(open.store);
		await register(open.store, story.chatbot, TEMPLATE);
		const plans = ['reminder', 'second'].map((followUpId) => planFor(story, { followUpId }));
		await open.store.schedule(plans, DUE);
		const [first, second] = await claim(open.store, story.chatbot, CLOSED);
		for (const { id, lease } of [first, second] as NonNullable<typeof first>[])
			await open.store.recordDecision(toSend(id, TEMPLATE), lease.token, CLOSED);
		const begin = async (one: typeof first) =>
			await open.store.beginSend(one?.id ?? '', one?.lease.token ?? '', after(2 * MINUTE, CLOSED));
		expect(await begin(first)).toMatchObject({ ok: true });
		const facts = async () => (await open.store.conversation(story.customer.key)) as ConversationWithHistory;
		return { ...story, id: first?.id ?? '', beginSecond: async () => await begin(second), facts };
	}

	describe.each(Object.entries(refusals))('and comes %s', (_where, refuse) => {
		test('as an opt-out: the customer stopped marketing, and the rules send none', async () => {
			rows.push(added('opt_out', 'whatsapp'));
			const { id, customer, beginSecond, facts } = await twoTemplates();
			await refuse(open.store, id, customer);
			const { marketingOptedOutAt, marketingOptedOutBy } = await facts();
			expect(marketingOptedOutAt).toBeDefined();
			expect(marketingOptedOutBy).toBeUndefined();
			expect(await beginSecond()).toMatchObject({ ok: false, reason: { code: 'marketing_opted_out' } });
		});

		test('as held back: marketing to the customer waits', async () => {
			rows.push(added('held_back', 'whatsapp'));
			const { id, customer, beginSecond, facts } = await twoTemplates();
			await refuse(open.store, id, customer);
			expect(await facts()).toMatchObject({ marketingHeldBackAt: expect.any(String) as string });
			expect(await beginSecond()).toMatchObject({ ok: false, reason: { code: 'marketing_held_back' } });
		});

		test('as trouble with the account: nothing is sent for it', async () => {
			rows.push({ ...added('account', 'all'), pauseMs: HOUR });
			const { id, customer, beginSecond, facts } = await twoTemplates();
			await refuse(open.store, id, customer);
			const { accountPause } = await facts();
			expect(accountPause).toMatchObject({ code: CODE });
			expect(await beginSecond()).toMatchObject({ ok: false, reason: { code: 'account_paused' } });
			await open.store.resumeAccount(
				{ channel: customer.channel, account: customer.event('read', DUE).account },
				CLOSED,
			);
		});

		test('without a row, or with one of another platform, it is about that message alone', async () => {
			rows.push(added('opt_out', 'messenger_instagram'));
			const { id, customer, beginSecond, facts } = await twoTemplates();
			await refuse(open.store, id, customer);
			expect(await facts()).not.toHaveProperty('marketingOptedOutAt');
			expect(await beginSecond()).toMatchObject({ ok: true });
		});
	});
});
