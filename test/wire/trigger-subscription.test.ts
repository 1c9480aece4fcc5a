import type { IHookFunctions } from 'n8n-workflow';
import { MetaMessagingTrigger } from '../../nodes/MetaMessagingTrigger/MetaMessagingTrigger.node.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { hostTrigger, type HostedTrigger } from '../support/trigger-host.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

const APP = '100000000000001';
const CREDENTIAL: Record<string, string> = {
	accessToken: 'sandbox-access-token',
	appId: APP,
	appSecrets: 'sandbox-app-secret, instagram-secret',
	verifyToken: 'sandbox-verify-token',
	graphVersion: 'v27.0',
};
const ALL = {
	subscription: 'managed',
	platforms: ['whatsapp', 'messenger', 'instagram'],
	whatsAppAccounts: '200000000000001',
	pages: '400000000000001',
	instagramAccounts: '300000000000001',
};

let sandbox: SandboxProcess;
let trigger: HostedTrigger;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
	trigger = await hostTrigger({
		credential: { verifyToken: 'sandbox-verify-token', appSecrets: 'sandbox-app-secret' },
	});
});
beforeEach(async () => void (await sandbox.api('POST', '/reset')));
afterAll(async () => {
	await sandbox?.close();
	await trigger?.close();
});

interface Setting {
	parameters?: Record<string, unknown>;
	credential?: Record<string, string>;
	mode?: string;
	staticData?: Record<string, unknown>;
	url?: string;
}

/** Does what n8n does around a publication, against the sandbox's Graph API. */
function n8n({
	parameters = ALL,
	credential = {},
	mode = 'trigger',
	staticData = {},
	url = trigger.url,
}: Setting = {}) {
	const { checkExists, create, delete: remove } = new MetaMessagingTrigger().webhookMethods.default;
	const logged: string[] = [];
	const known: Record<string, string> = {
		...CREDENTIAL,
		graphBaseUrl: `${sandbox.url}/graph`,
		...credential,
	};
	const context = {
		getNodeParameter: (name: string, fallback: unknown) =>
			name in parameters ? (parameters as Record<string, unknown>)[name] : fallback,
		getCredentials: async () => known,
		getNodeWebhookUrl: () => url,
		getWorkflowStaticData: () => staticData,
		getMode: () => mode,
		getActivationMode: () => (mode === 'manual' ? 'manual' : 'activate'),
		getNode: () => ({
			id: 'n',
			name: 'Meta Messaging Trigger',
			type: 't',
			typeVersion: NODE_VERSION,
			position: [0, 0],
			parameters,
		}),
		logger: { warn: (text: string) => void logged.push(text) },
		helpers: {
			httpRequest: request,
			httpRequestWithAuthentication: async (_type: string, options: HttpOptions) =>
				await request({ ...options, headers: { authorization: `Bearer ${known.accessToken}` } }),
		},
	} as unknown as IHookFunctions;
	return {
		logged,
		publish: async () => (await checkExists.call(context)) || (await create.call(context)),
		isSubscribed: async () => await checkExists.call(context),
		takeBack: async () => await remove.call(context),
	};
}

interface HttpOptions {
	url: string;
	method: string;
	body?: object;
	qs?: Record<string, string>;
	headers?: Record<string, string>;
}

async function request({ url, method, body, qs, headers }: HttpOptions) {
	const response = await fetch(`${url}?${new URLSearchParams(qs).toString()}`, {
		method,
		headers: { ...headers, 'content-type': 'application/json' },
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	return { statusCode: response.status, body: await response.json() };
}

type Subscriptions = Record<string, { callback_url: string; fields: string[] }>;
const subscriptions = async () => (await sandbox.api('GET', '/state')).subscriptions as Subscriptions;
const graph = async (method: string, path: string, body?: object) =>
	(
		await request({
			url: `${sandbox.url}/graph/v27.0/${path}`,
			method,
			body,
			headers: { authorization: 'Bearer sandbox-access-token' },
		})
	).body;
const appsOf = async (account: string) =>
	((await graph('GET', `${account}/subscribed_apps`)) as { data: unknown[] }).data.length;
const occupy = async (object: string, url: string, fields: string) =>
	await graph('POST', `${APP}/subscriptions`, {
		object,
		callback_url: url,
		verify_token: 'sandbox-verify-token',
		fields,
	});

describe('a subscription managed by n8n', () => {
	test('subscribes the app to each object, at the production URL, and adds it to each account', async () => {
		const one = n8n();
		expect(await one.isSubscribed()).toBe(false);
		expect(await one.publish()).toBe(true);
		const found = await subscriptions();
		expect(Object.keys(found).sort()).toEqual(['instagram', 'page', 'whatsapp_business_account']);
		for (const { callback_url, fields } of Object.values(found)) {
			expect(callback_url).toBe(trigger.url);
			expect(fields).toContain('messages');
		}
		for (const account of ['200000000000001', '300000000000001', '400000000000001'])
			expect(await appsOf(account)).toBe(1);
		expect(await one.isSubscribed()).toBe(true);
	});

	test('is taken back when the workflow is unpublished', async () => {
		const one = n8n();
		await one.publish();
		await one.takeBack();
		expect(await subscriptions()).toEqual({});
		expect(await appsOf('200000000000001')).toBe(0);
	});

	test('leaves an account that had the app before as it was', async () => {
		await graph('POST', '400000000000001/subscribed_apps');
		const one = n8n();
		await one.publish();
		await one.takeBack();
		expect(await appsOf('400000000000001')).toBe(1);
	});

	test('is known again after a restart, and still taken back then', async () => {
		const staticData = {};
		await n8n({ staticData }).publish();
		const restarted = n8n({ staticData });
		expect(await restarted.isSubscribed()).toBe(true);
		await restarted.takeBack();
		expect(await subscriptions()).toEqual({});
	});

	test('adds missing fields and keeps those that somebody else chose', async () => {
		await occupy('page', trigger.url, 'messages,feed');
		const one = n8n();
		expect(await one.isSubscribed()).toBe(false);
		await one.publish();
		expect((await subscriptions()).page?.fields).toEqual(
			expect.arrayContaining(['feed', 'messages', 'standby']),
		);
	});

	describe('while the app already delivers to another address', () => {
		let other: HostedTrigger;
		beforeEach(async () => {
			other = await hostTrigger({ credential: { verifyToken: 'sandbox-verify-token' } });
			await occupy('page', other.url, 'messages');
		});
		afterEach(async () => await other.close());

		test('changes nothing at all, and says which app, which object, which host, and how to go on', async () => {
			const before = await subscriptions();
			const failed = n8n().publish();
			await expect(failed).rejects.toThrow(new RegExp(`${APP}.*"page".*${new URL(other.url).host}`));
			await expect(failed).rejects.toThrow(/Forward To.*Replace Existing Subscription/);
			expect(await subscriptions()).toEqual(before);
			expect(await appsOf('200000000000001')).toBe(0);
		});

		test('takes over when told to', async () => {
			await n8n({ parameters: { ...ALL, replaceExisting: true } }).publish();
			expect((await subscriptions()).page?.callback_url).toBe(trigger.url);
		});

		test('does not take away what belongs to another address by now', async () => {
			const one = n8n({ parameters: { ...ALL, replaceExisting: true } });
			await one.publish();
			await occupy('page', other.url, 'messages');
			await one.takeBack();
			expect(Object.keys(await subscriptions())).toEqual(['page']);
			expect((await subscriptions()).page?.callback_url).toBe(other.url);
		});
	});

	test('a test run neither makes nor removes it', async () => {
		await n8n().publish();
		const before = await subscriptions();
		const tried = n8n({ mode: 'manual', url: 'https://n8n.example.com/webhook-test/x/webhook' });
		await tried.publish();
		await tried.takeBack();
		expect(await subscriptions()).toEqual(before);
	});

	test('half of it is undone when the rest fails', async () => {
		await expect(n8n({ parameters: { ...ALL, instagramAccounts: '999' } }).publish()).rejects.toThrow(/999/);
		expect(await subscriptions()).toEqual({});
		expect(await appsOf('200000000000001')).toBe(0);
	});

	test.each([
		[{ appId: '' }, /App ID is missing.*Set Up Manually/],
		[{ appSecrets: '' }, /App Secret is missing/],
		[{ appSecrets: 'wrong' }, /code 190.*first has to be that of the Meta app/],
		[{ verifyToken: 'other' }, /code 2200.*reach the address from the internet/],
		[{ graphBaseUrl: 'http://127.0.0.1:1' }, /could not be reached/],
	])('says what to do with the credential %j', async (credential, expected) => {
		const error = await n8n({ credential })
			.publish()
			.catch((caught: Error & { description?: string }) => caught);
		expect(error).toBeInstanceOf(Error);
		expect(`${(error as Error).message} ${(error as { description?: string }).description}`).toMatch(
			expected,
		);
		expect(await subscriptions()).toEqual({});
	});

	test('a workflow can be taken back also when Meta does not let us in any more', async () => {
		const staticData = {};
		await n8n({ staticData }).publish();
		const later = n8n({ staticData, credential: { appSecrets: 'changed' } });
		expect(await later.takeBack()).toBe(true);
		expect(later.logged.join()).toMatch(/could not be removed/);
	});
});

test('a subscription set up manually is never touched', async () => {
	const url = trigger.url;
	await occupy('page', url, 'messages');
	const one = n8n({ parameters: { ...ALL, subscription: 'manual' } });
	expect(await one.publish()).toBe(true);
	await one.takeBack();
	expect(await subscriptions()).toMatchObject({ page: { callback_url: url, fields: ['messages'] } });
});
