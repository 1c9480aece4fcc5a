import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asNow } from '../../../lib/store/database/now.ts';
import { parseWebhook, sharedStore, type Channel, type Store } from '../../../lib/index.ts';
import { runWorkflow, sandboxCredentials, type Ran } from '../../support/engine.ts';
import { PACKAGE } from '../../support/node-types.ts';
import {
	startSandboxProcess,
	startWebhookReceiver,
	type SandboxProcess,
	type WebhookReceiver,
} from '../../support/sandbox.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

export const WHATSAPP_ACCOUNT = '200000000000001';
export const NUMBER = '210000000000001';

export interface Fixture {
	sandbox: SandboxProcess;
	receiver: WebhookReceiver;
	store: Store;
}

/** A sandbox, a receiver for its webhooks and the store of the nodes, shared by the tests of one file. */
export function useFixture(): Fixture {
	const fixture = {} as Fixture;
	beforeAll(async () => {
		fixture.receiver = await startWebhookReceiver();
		fixture.sandbox = await startSandboxProcess({ webhook: fixture.receiver.url });
		await fixture.sandbox.api('PUT', '/settings', { statusDelayMs: 5, templateReviewMs: 5 });
		fixture.store = await sharedStore();
	});
	afterAll(async () => {
		await fixture.sandbox?.close();
		await fixture.receiver?.close();
	});
	return fixture;
}

let people = 0;

/** A customer who wrote, with the conversation taken in as the trigger does it. */
export async function customerOf(
	{ sandbox, receiver, store }: Fixture,
	channel: Channel = 'whatsapp',
	text = 'Hello',
) {
	const phone = channel === 'whatsapp' ? `+57300${String(++people).padStart(7, '0')}` : undefined;
	const person = await sandbox.api('POST', '/customers', { name: 'Ana', channel, ...(phone && { phone }) });
	const { message } = await sandbox.api('POST', `/customers/${person.id}/messages`, { text, wait: true });
	const webhook = await receiver.next(({ raw }) => raw.includes(message.id));
	const { events } = await store.ingest(parseWebhook(webhook.body).events, asNow(new Date()));
	return {
		id: person.id as string,
		phone,
		messageId: message.id as string,
		key: events[0]?.conversation?.key ?? '',
	};
}

/** Runs Meta Messaging with these parameters on these items. */
export async function send(
	{ sandbox }: Fixture,
	parameters: INodeParameters,
	items: INodeExecutionData[],
	onError?: INode['onError'],
	more: Partial<INode> = {},
): Promise<Ran> {
	const node = (name: string, type: string, rest: Partial<INode> = {}): INode => ({
		...{
			id: name,
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
			parameters: {},
			...rest,
		},
	});
	const nodes = [
		node('Start', 'metaMessagingTrigger'),
		node('Send', 'metaMessaging', { parameters, ...(onError && { onError }), ...more }),
	];
	const connections = { Start: { main: [[{ node: 'Send', type: 'main' as const, index: 0 }]] } };
	return await runWorkflow(
		{ nodes, connections },
		{ start: 'Start', items, credentials: sandboxCredentials(sandbox.url) },
	);
}

/** An item that names a conversation. */
export const item = (key: string, more: object = {}): INodeExecutionData => ({
	json: { conversation: { key }, ...more },
});
