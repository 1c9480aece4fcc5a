import { signingApp, type ConfiguredApp, type SigningApp } from '../../lib/index.ts';
import { ownEvents } from '../../lib/store/accounts/own-events.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { inTables } from '../support/raw-store.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';
import { sign } from '../support/webhook-body.ts';

/** The app as it shows itself by signing something with its first secret. */
function signed(app: Partial<ConfiguredApp> & { secrets: string[] }): SigningApp {
	const body = '{}';
	const signer = signingApp(Buffer.from(body), sign(body, app.secrets[0]), [{ appIds: [], ...app }]);
	if (!signer) throw new Error('It signed it');
	return signer;
}

describe.each(databases)('accounts and their apps on $name', (kind) => {
	const open = useStore(kind);
	const newAccount = () => ({ channel: 'whatsapp' as const, account: newId('phone') });
	const secret = () => newId('secret');
	/** Whether the store believes an app what it tells of an account. */
	const believed = async (account: ReturnType<typeof newAccount>, app: SigningApp, now = START) =>
		(await open.store.foreignAccounts([account], app, now)).length === 0;

	test('an account belongs to the app that delivers first; another one is told whose it is', async () => {
		const account = newAccount();
		const own = signed({ secrets: [secret()], appIds: ['1001'], name: 'Clinic' });
		const other = signed({ secrets: [secret()], appIds: ['1002'], name: 'Shop' });
		expect(await believed(account, own)).toBe(true);
		expect(await open.store.foreignAccounts([account], other, after(MINUTE))).toEqual([
			{ ...account, app: { appId: '1001', name: 'Clinic' }, since: START.toISOString() },
		]);
		expect(await believed(newAccount(), other)).toBe(true);
		expect(await believed(account, own)).toBe(true);
	});

	test('an App ID proves nothing: everybody can enter it', async () => {
		const account = newAccount();
		await believed(account, signed({ secrets: [secret()], appIds: ['1001'], holder: 'credential:a' }));
		const posing = signed({ secrets: [secret()], appIds: ['1001'], holder: 'credential:b' });
		expect(await believed(account, posing)).toBe(false);
	});

	test('a secret that is renewed in the same credential is the same app', async () => {
		const account = newAccount();
		const [before, renewed] = [secret(), secret()];
		const holder = newId('credential');
		await believed(account, signed({ secrets: [before], holder }));
		expect(await believed(account, signed({ secrets: [renewed], holder }))).toBe(true);
		// From now on the new secret is known wherever it stands.
		expect(await believed(account, signed({ secrets: [renewed], holder: newId('credential') }))).toBe(true);
	});

	test('a second credential with the same secret counts, also when only there it is renewed', async () => {
		const account = newAccount();
		const shared = secret();
		const second = newId('credential');
		await believed(account, signed({ secrets: [shared], holder: newId('credential') }));
		await believed(account, signed({ secrets: [shared], holder: second }));
		expect(await believed(account, signed({ secrets: [secret()], holder: second }))).toBe(true);
	});

	test('without a credential the old secret beside the new one is the proof', async () => {
		const account = newAccount();
		const [before, renewed] = [secret(), secret()];
		await believed(account, signed({ secrets: [before] }));
		expect(await believed(account, signed({ secrets: [secret()] }))).toBe(false);
		expect(await believed(account, signed({ secrets: [renewed, before] }))).toBe(true);
		expect(await believed(account, signed({ secrets: [renewed] }))).toBe(true);
	});

	test('a released account belongs to the app that delivers next', async () => {
		const account = newAccount();
		const [first, next] = [signed({ secrets: [secret()] }), signed({ secrets: [secret()] })];
		await believed(account, first);
		expect(await open.store.releaseAccount(account)).toBe(true);
		expect(await open.store.releaseAccount(account)).toBe(false);
		expect([await believed(account, next), await believed(account, first)]).toEqual([true, false]);
	});

	test('of two apps that come at the same moment exactly one gets the account', async () => {
		const account = newAccount();
		const apps = Array.from({ length: 6 }, () => signed({ secrets: [secret()] }));
		const answers = await Promise.all(apps.map(async (app) => await believed(account, app)));
		expect(answers.filter(Boolean)).toHaveLength(1);
	});

	test("what Meta's Test button delivers for belongs to nobody", async () => {
		const sample = { channel: 'whatsapp' as const, account: '123456123' };
		for (const app of [signed({ secrets: [secret()] }), signed({ secrets: [secret()] })])
			expect(await believed(sample, app)).toBe(true);
		expect((await open.store.accountApps()).map(({ account }) => account)).not.toContain('123456123');
	});

	test('an account of which messages are stored, and no app yet, belongs to the next that delivers', async () => {
		const customer = newCustomer();
		const message = customer.writes();
		await open.store.ingest([message], START);
		const app = signed({ secrets: [secret()] });
		await open.store.releaseAccount(message);
		expect(await ownEvents(open.store, [customer.writes()], app, START)).toMatchObject({
			own: [{ kind: 'message' }],
			foreign: [],
		});
		const other = signed({ secrets: [secret()] });
		const { own, foreign } = await ownEvents(open.store, [customer.writes()], other, START);
		expect([own, foreign]).toMatchObject([[], [{ account: message.account }]]);
		await open.store.releaseAccount(message);
	});

	test('of a delivery for several accounts the own ones are kept', async () => {
		const [mine, theirs] = [newAccount(), newAccount()];
		const app = signed({ secrets: [secret()] });
		await believed(theirs, signed({ secrets: [secret()] }));
		const customer = newCustomer();
		const events = [mine, theirs, mine].map((account) => ({ ...customer.writes(), ...account }));
		const { own, foreign } = await ownEvents(open.store, events, app, START);
		expect(own.map(({ account }) => account)).toEqual([mine.account, mine.account]);
		expect(foreign).toMatchObject([theirs]);
	});

	test('no secret is stored', async () => {
		const plain = 'f00dfeedf00dfeedf00dfeedf00dfeed';
		await believed(newAccount(), signed({ secrets: [plain] }));
		const rows = await inTables(open.database.options, async (db) => [
			await db.selectFrom('account_apps').selectAll().execute(),
			await db.selectFrom('app_proofs').selectAll().execute(),
		]);
		expect(rows.flat().length).toBeGreaterThan(1);
		expect(JSON.stringify(rows)).not.toContain(plain);
	});

	test('statuses tell of messages of their own account only, whatever IDs they name', async () => {
		const sending = await followUpAt(open.store, 'sending');
		const accepted = await followUpAt(open.store, 'sending');
		const messageId = newId('wamid');
		await open.store.finishSend(accepted.id, { outcome: 'accepted', messageId }, DUE);
		await open.store.noteCost(
			{ ...accepted.customer.event('status', DUE), messageId, currency: 'USD', rates: { marketing: 0.5 } },
			DUE,
		);
		const { account } = newAccount();
		const stranger = newCustomer();
		const forged = [
			stranger.status(messageId, 'failed', after(MINUTE, DUE)),
			stranger.status(newId('wamid'), 'failed', after(MINUTE, DUE), sending.id),
		].map((event) => ({ ...event, account, contact: { id: 'unknown' } }));
		const all = { id: newId('trigger'), wants: () => true };
		const { events } = await open.store.ingest(forged, after(MINUTE, DUE), { listener: all });
		expect(events.map(({ conversation }) => conversation)).toEqual([undefined, undefined]);
		expect([(await accepted.now()).state, (await sending.now()).state]).toEqual(['accepted', 'sending']);
		const { message_costs: cost } = await inTables(open.database.options, async (db) => ({
			message_costs: await db
				.selectFrom('message_costs')
				.select(['actual', 'account'])
				.where('message_id', '=', messageId)
				.executeTakeFirst(),
		}));
		expect(cost).toEqual({ actual: null, account: accepted.customer.event('status', DUE).account });
	});
});
