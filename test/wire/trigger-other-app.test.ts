import { sharedStore } from '../../lib/index.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { newId } from '../support/customer.ts';
import { sandboxCredentials } from '../support/engine.ts';
import { startTrigger, type TriggerServer } from '../support/trigger-server.ts';
import { deliver, sign, whatsAppMessage } from '../support/webhook-body.ts';

const ACCOUNT = { channel: 'whatsapp' as const, account: '210000000000001' };
const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;
const conversation = async (from: string) =>
	await (await sharedStore()).conversation(`whatsapp:${ACCOUNT.account}:${from}`);

const running: TriggerServer[] = [];
/** The trigger of a business, with a credential of its own. */
async function business(secret: string, options: { parameters?: object; appId?: string; id?: string } = {}) {
	const { metaMessagingApi } = sandboxCredentials('http://127.0.0.1:1');
	const { parameters = {}, appId = '', id = newId('credential') } = options;
	const credential = { ...metaMessagingApi, appSecrets: secret, appId };
	const trigger = await startTrigger({
		...{ parameters: parameters as never, credentials: { metaMessagingApi: credential } },
		credentialId: id,
	});
	running.push(trigger);
	return {
		trigger,
		credential,
		async gets(from: string, signedWith = secret) {
			const body = JSON.stringify(whatsAppMessage(from, 'Hello', new Date()));
			return await deliver(trigger.url, body, { signature: sign(body, signedWith) });
		},
	};
}
beforeEach(async () => void (await (await sharedStore()).releaseAccount(ACCOUNT)));
afterEach(async () => {
	for (const { thrown, close } of running.splice(0)) {
		expect(thrown).toEqual([]);
		await close();
	}
});

test("another business's app neither ends follow-ups nor sees customers of an account that is not its own", async () => {
	const clinic = await business('secret-of-the-clinic', { appId: '1001' });
	const shop = await business('secret-of-the-shop', { appId: '1002' });
	expect((await clinic.gets(newNumber())).status).toBe(200);
	const from = newNumber();
	expect(await shop.gets(from)).toEqual({ status: 403, text: 'The account belongs to another app' });
	expect(await conversation(from)).toBeUndefined();
	expect(shop.trigger.executions).toEqual([]);
	const [said] = shop.trigger.logged;
	expect(said?.message).toMatch(
		/WhatsApp account 210000000000001 was refused.*belongs to app 1001.*signed by app 1002.*release it/s,
	);
	expect(JSON.stringify(shop.trigger.logged)).not.toContain('secret-of');
	const store = await sharedStore();
	const refused = await waitUntil({
		...{ what: 'the refusal to be counted', seconds: 20, everyMs: 50 },
		probe: async () =>
			(await store.refusedDeliveries(new Date(Date.now() - 60_000))).find(
				({ cause }) => cause === 'other_app',
			),
	});
	expect(refused).toMatchObject({ ...ACCOUNT, owner: { appId: '1001' }, by: { appId: '1002' } });
	expect((await clinic.gets(newNumber())).status).toBe(200);
});

test('a secret renewed in the credential locks nobody out', async () => {
	const clinic = await business('old-secret');
	expect((await clinic.gets(newNumber())).status).toBe(200);
	clinic.credential.appSecrets = 'renewed-secret';
	expect((await clinic.gets(newNumber(), 'renewed-secret')).status).toBe(200);
});

test('after a release the app that delivers next has the account', async () => {
	const [before, now] = [await business('secret-before'), await business('secret-now')];
	await before.gets(newNumber());
	expect((await now.gets(newNumber())).status).toBe(403);
	await (await sharedStore()).releaseAccount(ACCOUNT);
	expect((await now.gets(newNumber())).status).toBe(200);
	expect((await before.gets(newNumber())).status).toBe(403);
});

test('with Record Only These Accounts nothing is recorded of others', async () => {
	const settings = (accounts: string) => ({ settings: { accounts, recordOnly: true } });
	const shop = await business('secret-a', { parameters: settings('999') });
	const from = newNumber();
	expect(await shop.gets(from)).toEqual({ status: 200, text: 'OK' });
	expect(await conversation(from)).toBeUndefined();
	// Nothing was recorded, so nothing was bound.
	const clinic = await business('secret-b', { parameters: settings(ACCOUNT.account) });
	expect((await clinic.gets(from)).status).toBe(200);
	expect(await conversation(from)).toBeDefined();
	expect(clinic.trigger.executions).toHaveLength(1);
});
