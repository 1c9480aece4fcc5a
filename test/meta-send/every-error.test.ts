import { asNow } from '../../lib/store/database/now.ts';
import {
	ERROR_ROWS,
	parseWebhook,
	sendMessage,
	type ErrorRow,
	type GraphTransport,
} from '../../lib/index.ts';
import { accountOf, type Channel } from '../../sandbox/world.ts';
import { newCustomer } from '../support/customer.ts';
import { graphTo } from '../support/graph.ts';
import {
	startSandboxProcess,
	startWebhookReceiver,
	type SandboxProcess,
	type WebhookReceiver,
} from '../support/sandbox.ts';
import { databases, useStore } from '../support/stores.ts';
import { DUE, followUpAt, type Prepared } from '../support/scheduled.ts';

const rows = ERROR_ROWS.map((row) => [`${row.platform} ${row.code}/${row.subcode ?? '-'}`, row] as const);
const channelOf = ({ platform }: ErrorRow): Channel =>
	platform === 'messenger_instagram' ? 'messenger' : 'whatsapp';
const TEXT = { kind: 'text', text: 'Shall we go ahead?' } as const;

let sandbox: SandboxProcess;
let receiver: WebhookReceiver;
let graph: GraphTransport;
const open = useStore(databases[0] as (typeof databases)[number]);

beforeAll(async () => {
	receiver = await startWebhookReceiver();
	sandbox = await startSandboxProcess({ webhook: receiver.url });
	await sandbox.api('PUT', '/settings', { statusDelayMs: 1 });
	graph = graphTo(sandbox.url);
});
afterAll(async () => {
	await sandbox?.close();
	await receiver?.close();
});
beforeEach(async () => {
	for (const { channel, account } of await open.store.accountPauses(DUE))
		await open.store.resumeAccount({ channel, account }, asNow(new Date(DUE.getTime() - 1)));
});

/** A customer of the sandbox whose window is open, and the conversation with them. */
async function somebody(channel: Channel) {
	const person = await sandbox.api('POST', '/customers', { name: 'Ana', channel, phone: undefined });
	await sandbox.api('POST', `/customers/${person.id}/messages`, { text: 'Hello', wait: true });
	return { channel, account: accountOf(channel), contact: { id: person.userId ?? person.contactId } };
}

test.each(rows)('%s in the answer', async (_name, row) => {
	const conversation = await somebody(channelOf(row));
	const { code, subcode } = row;
	await sandbox.api('POST', '/faults', {
		target: 'send',
		count: 1,
		status: 400,
		code,
		subcode,
		message: 'Because',
	});
	const result = await sendMessage(graph, { conversation, content: TEXT }, DUE);
	expect(result).toMatchObject({ effect: { class: row.class }, advice: row.advice });
	const outcome =
		row.class === 'retry' || row.pauseMs !== undefined
			? 'retry'
			: row.class === 'uncertain'
				? 'unknown'
				: 'failed';
	expect(result.outcome).toBe(outcome);
	if (result.outcome === 'retry') expect(result.at.getTime()).toBeGreaterThan(DUE.getTime());

	const prepared = await followUpAt(open.store, 'sending', {
		customer: newCustomer({ channel: conversation.channel }),
	});
	const finished = await open.store.finishSend(prepared.id, result, DUE);
	expect(finished.state).toBe(
		{ retry: 'scheduled', unknown: 'unknown', failed: 'failed' }[outcome as string],
	);
	await expectEffect(row, prepared);
});

test.each(rows.filter(([, row]) => channelOf(row) === 'whatsapp'))(
	'%s in a later status',
	async (_name, row) => {
		const conversation = await somebody('whatsapp');
		await sandbox.api('POST', '/faults', { target: 'send', count: 1, mode: 'fail_later', code: row.code });
		const prepared = await followUpAt(open.store, 'sending');
		const content = { ...TEXT, text: `Shall we go ahead with ${row.code}?` };
		const result = await sendMessage(graph, { conversation, content, callbackData: prepared.id }, DUE);
		await open.store.finishSend(prepared.id, result, DUE);
		expect((await prepared.now()).state).toBe('accepted');

		const webhook = await receiver.next(({ raw }) => raw.includes('"failed"') && raw.includes(prepared.id));
		const at = DUE.toISOString();
		const { contact } = prepared.customer;
		// The story is told in its own time, and of its own customer.
		const events = parseWebhook(webhook.body).events.map((event) => ({ ...event, at, contact }));
		await open.store.ingest(events, DUE);
		await open.store.ingest(events, DUE);
		expect(await prepared.now()).toMatchObject({ state: 'failed', error: { code: row.code } });
		await expectEffect(row, prepared);
	},
);

/** What an error does beyond its message. */
async function expectEffect(row: ErrorRow, { customer: { key }, chatbot }: Prepared): Promise<void> {
	const pauses = await open.store.accountPauses(DUE);
	const conversation = await open.store.conversation(key, { chatbot });
	if (row.pauseMs === undefined) expect(pauses).toEqual([]);
	else {
		const until = new Date(DUE.getTime() + row.pauseMs).toISOString();
		expect(pauses).toMatchObject([{ code: row.code, until }]);
		expect(pauses[0]?.reason).toContain(row.advice);
		expect(conversation?.accountPause).toMatchObject({ code: row.code });
		// Trouble with a token is of those who send with it.
		const others = await open.store.conversation(key);
		expect(others?.accountPause === undefined).toBe(row.class === 'credential');
	}
	expect(conversation?.marketingOptedOutAt !== undefined).toBe(row.class === 'opt_out');
	expect(conversation?.marketingHeldBackAt !== undefined).toBe(row.class === 'held_back');
}
