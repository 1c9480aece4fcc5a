import { newCustomer, newId } from '../support/customer.ts';
import { DUE, claim, followUpAt, planFor, register, silence, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

const TOKEN = {
	outcome: 'retry' as const,
	code: 190,
	message: 'Error validating access token',
	at: after(15 * MINUTE, DUE),
};
const OURS = { id: 'n8n:ours', name: 'Clinic' };
/** What a person resumed is not paused by what was told before; so each story has a credential of its own. */
const oldToken = () => ({ id: newId('n8n'), name: 'Old token' });

describe.each(databases)('a token in trouble on $name', (kind) => {
	const open = useStore(kind);
	const account = { channel: 'whatsapp' as const, account: newCustomer().event('read', DUE).account };
	beforeEach(
		async () => void (await open.store.resumeAccount(account, new Date(DUE.getTime() - 1) as typeof DUE)),
	);

	const decided = async () => await followUpAt(open.store, 'decided');
	/** Somebody's token ends at one of their messages. */
	const ends = async (credential: typeof OURS) => {
		const one = await followUpAt(open.store, 'sending');
		await open.store.finishSend(one.id, { ...TOKEN, needsAPerson: true }, DUE, credential);
		return one;
	};

	test('pauses what is sent with it, and nobody whose token is good', async () => {
		const OTHER = oldToken();
		await ends(OTHER);
		const [good, bad] = [await decided(), await decided()];
		expect(await open.store.beginSend(good.id, good.leaseToken, DUE, OURS)).toMatchObject({ ok: true });
		expect(await open.store.beginSend(bad.id, bad.leaseToken, DUE, OTHER)).toMatchObject({
			ok: false,
			reason: { code: 'account_paused', sentence: expect.stringContaining('"Old token"') as string },
		});
		const { key } = good.customer;
		expect((await open.store.conversation(key, { credential: OURS }))?.accountPause).toBeUndefined();
		expect((await open.store.conversation(key, { credential: OTHER }))?.accountPause).toMatchObject({
			...{ code: 190, onlyFor: 'Old token' },
		});
	});

	test('one message that is no follow-up stops no chatbot', async () => {
		const OTHER = oldToken();
		const story = await silence(open.store);
		await register(open.store, story.chatbot);
		await open.store.schedule([planFor(story)], DUE);
		await open.store.pauseForError(account, { code: 190 }, DUE, { credential: OTHER });
		const [due] = await claim(open.store, story.chatbot, DUE);
		expect(due?.facts.accountPause).toBeUndefined();
		expect(await open.store.accountPauses(DUE)).toMatchObject([
			{ ...account, code: 190, onlyFor: 'Old token' },
		]);
	});

	test("a chatbot's own token is known before anything is decided, so no model is asked", async () => {
		const OTHER = oldToken();
		const story = await silence(open.store);
		await register(open.store, story.chatbot);
		await open.store.schedule([planFor(story), planFor(story, { followUpId: 'second' })], DUE);
		const [first] = await claim(open.store, story.chatbot, DUE);
		await open.store.recordDecision(toSend(first?.id ?? ''), first?.lease.token ?? '', DUE);
		await open.store.beginSend(first?.id ?? '', first?.lease.token ?? '', DUE, OTHER);
		await open.store.finishSend(first?.id ?? '', { ...TOKEN, needsAPerson: true }, DUE, OTHER);
		const later = after(15 * MINUTE, DUE);
		const [again] = await claim(open.store, story.chatbot, later);
		expect(again?.facts.accountPause).toMatchObject({ code: 190, onlyFor: 'Old token' });
	});

	test('is told with the accounts that are paused, and resumed with them', async () => {
		const OTHER = oldToken();
		await ends(OTHER);
		expect(await open.store.accountPauses(DUE)).toMatchObject([{ ...account, onlyFor: 'Old token' }]);
		expect(await open.store.resumeAccount(account, after(MINUTE, DUE))).toBe(true);
		expect(await open.store.accountPauses(DUE)).toEqual([]);
		expect(await open.store.resumeAccount(account, after(MINUTE, DUE))).toBe(false);
		const one = await decided();
		expect(await open.store.beginSend(one.id, one.leaseToken, DUE, OTHER)).toMatchObject({ ok: true });
	});

	test('ends by itself, and an older pause of the account does not hide it', async () => {
		const OTHER = oldToken();
		await open.store.pauseAccount(account, { until: after(MINUTE, DUE), reason: 'Short' }, DUE);
		await ends(OTHER);
		const pauseAt = async () => {
			const customer = newCustomer();
			await open.store.ingest([customer.writes()], DUE);
			return (await open.store.conversation(customer.key, { credential: OTHER }))?.accountPause;
		};
		expect(await pauseAt()).toMatchObject({ code: 190 });
		expect(await open.store.accountPauses(after(16 * MINUTE, DUE))).toEqual([]);
	});

	test.each([
		[131031, 'locked'],
		[131042, 'not paid'],
		[133010, 'not registered'],
	])('code %i (%s) is of the account alone, so everybody waits', async (code) => {
		const OTHER = oldToken();
		await open.store.pauseForError(account, { code }, DUE, { credential: OTHER });
		const one = await decided();
		expect(await open.store.beginSend(one.id, one.leaseToken, DUE, OURS)).toMatchObject({
			ok: false,
			reason: { code: 'account_paused' },
		});
	});

	test.each([10, 190, 200, 131005])(
		'code %i in a status of a message that nobody here sent pauses nobody',
		async (code) => {
			const status = {
				messageId: newId('wamid'),
				state: 'failed' as const,
				errors: [{ code, message: 'No' }],
			};
			await open.store.ingest(
				[newCustomer().event('status', after(HOUR, DUE), { status })],
				after(HOUR, DUE),
			);
			expect(await open.store.accountPauses(after(HOUR, DUE))).toEqual([]);
		},
	);
});
