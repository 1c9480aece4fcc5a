import { deleteTemplate, listTemplates, type GraphResponse, type GraphTransport } from '../../lib/index.ts';
import { addApp, hasApp, removeApp } from '../../lib/meta/subscription/subscribed-apps.ts';
import {
	listSubscriptions,
	removeSubscription,
	setSubscription,
} from '../../lib/meta/subscription/app-subscriptions.ts';
import type { SubscriptionTarget } from '../../lib/meta/subscription/target.ts';

const ACCOUNT = '200000000000001';

/** What came with HTTP 200 where Meta was asked: a login page, a proxy's empty answer, an error without its status. */
const NO_ANSWERS: Record<string, unknown> = {
	'a page': '<html><body>Log in to the Wi-Fi</body></html>',
	'an empty text': '',
	null: null,
	'an empty object': {},
	'a list that is none': { data: 'none' },
	'an error': { error: { message: 'Please reduce the amount of data', code: 1 } },
	'an error without a code': { error: { message: 'Service temporarily unavailable' } },
};

const answering =
	(...bodies: unknown[]): GraphTransport =>
	async (): Promise<GraphResponse> => ({ status: 200, body: bodies.shift() });

const target = (body: unknown): SubscriptionTarget => ({
	...{ app: answering(body), account: answering(body), appId: '1', verifyToken: 'verify' },
	callbackUrl: 'https://n8n.example/webhook/meta',
});

const FULL_PAGE = { data: [], paging: { next: 'https://graph.example/next', cursors: { after: 'two' } } };

describe.each(Object.entries(NO_ANSWERS))('HTTP 200 with %s', (_name, body) => {
	test('is no account without templates, neither as first page nor as a later one', async () => {
		await expect(listTemplates(answering(body), ACCOUNT)).rejects.toMatchObject({ name: 'GraphError' });
		await expect(listTemplates(answering(FULL_PAGE, body), ACCOUNT)).rejects.toMatchObject({
			name: 'GraphError',
		});
	});

	test('is no app without subscriptions, whose callback URL might be replaced', async () => {
		await expect(listSubscriptions(target(body))).rejects.toMatchObject({ name: 'SubscriptionError' });
		await expect(hasApp(target(body), ACCOUNT)).rejects.toMatchObject({ name: 'SubscriptionError' });
	});

	test('is no receipt for what was to be done', async () => {
		const wanted = { object: 'page', fields: ['messages'], accounts: [ACCOUNT], accountNamesFields: true };
		const tasks = [
			deleteTemplate(answering(body), ACCOUNT, { id: '1', name: 'offer' }),
			setSubscription(target(body), 'page', ['messages']),
			removeSubscription(target(body), 'page'),
			addApp(target(body), ACCOUNT, wanted),
			removeApp(target(body), ACCOUNT),
		];
		for (const task of tasks) await expect(task).rejects.toThrow(/Meta (answered|refused|was asked)/);
	});
});

test('an account that has none says so with an empty list', async () => {
	expect(await listTemplates(answering({ data: [] }), ACCOUNT)).toEqual([]);
	expect(await hasApp(target({ data: [] }), ACCOUNT)).toBe(false);
});
