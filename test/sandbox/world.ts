import {
	startSandboxProcess,
	startWebhookReceiver,
	type SandboxProcess,
	type WebhookReceiver,
} from '../support/sandbox.ts';

export const number = '210000000000001';
export const page = '400000000000001';
export const instagram = '300000000000001';
export const account = '200000000000001';
export const app = '100000000000001';
export const hour = 3_600_000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;
export type Answer = { status: number; body: Json; headers: Headers };

/** A sandbox with a receiver for its webhooks, shared by the tests of one file; settings go back before each test. */
export function useSandbox() {
	const world = {} as { sandbox: SandboxProcess; receiver: WebhookReceiver };
	beforeAll(async () => {
		world.receiver = await startWebhookReceiver();
		world.sandbox = await startSandboxProcess({ webhook: world.receiver.url });
	});
	beforeEach(async () => {
		await world.sandbox.api('POST', '/reset');
		await world.sandbox.api('PUT', '/settings', {
			webhook: world.receiver.url,
			statusDelayMs: 10,
			retryDelaysMs: [20, 20, 20],
			templateReviewMs: 20,
			muteStatuses: false,
			duplicateWebhooks: false,
			batchMs: 0,
			windowErrors: 'sync',
			throughputPerSecond: 80,
			freeServiceMessages: 1000,
			modelJsonSchema: true,
		});
		world.receiver.received.length = 0;
		world.receiver.answers.splice(0, Infinity, 200);
	});
	afterAll(async () => {
		await world.sandbox?.close();
		await world.receiver?.close();
	});

	const request = async (
		method: string,
		path: string,
		body?: unknown,
		token = 'sandbox-access-token',
	): Promise<Answer> => {
		const response = await fetch(world.sandbox.url + path, {
			method,
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return { status: response.status, body: await response.json(), headers: response.headers };
	};
	return {
		world,
		api: (method: string, path: string, body?: unknown) => world.sandbox.api(method, path, body),
		state: () => world.sandbox.api('GET', '/state'),
		request,
		graph: (method: string, path: string, body?: unknown, token?: string) =>
			request(method, `/graph/v27.0${path}`, body, token),
		customer: (input: object = {}) => world.sandbox.api('POST', '/customers', { name: 'Ana', ...input }),
		writes: (customer: Json, text = 'hola', at?: number) =>
			world.sandbox.api('POST', `/customers/${customer.id}/messages`, {
				text,
				wait: true,
				...(at && { at }),
			}),
		sendText: (to: string, text: string, more: object = {}) =>
			request('POST', `/graph/v27.0/${number}/messages`, {
				messaging_product: 'whatsapp',
				to,
				type: 'text',
				text: { body: text },
				...more,
			}),
		sendTemplate: (to: string, name: string, language = 'es', components: unknown[] = []) =>
			request('POST', `/graph/v27.0/${number}/messages`, {
				messaging_product: 'whatsapp',
				to,
				type: 'template',
				template: { name, language: { code: language }, components },
			}),
		sendPage: (id: string, message: object, more: object = {}, path = page) =>
			request('POST', `/graph/v27.0/${path}/messages`, {
				recipient: { id },
				messaging_type: 'RESPONSE',
				message,
				...more,
			}),
	};
}

export const bodyTexts = (...texts: string[]) => [
	{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) },
];

export const violations = async (state: Promise<Json>): Promise<string[]> =>
	(await state).violations.map((violation: Json) => violation.kind);

/** The statuses with this name in a webhook. */
export const hasStatus = (id: string, name: string) => (webhook: Json) =>
	webhook.body?.entry?.[0]?.changes?.[0]?.value?.statuses?.some(
		(status: Json) => status.id === id && status.status === name,
	);
