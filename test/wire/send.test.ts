import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, INodeExecutionData } from 'n8n-workflow';
import { sharedStore, type FollowUpState } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer } from '../support/customer.ts';
import { runWorkflow, sandboxCredentials, type Ran } from '../support/engine.ts';
import { flow } from '../support/flow.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { DUE, followUpAt, type Prepared } from '../support/scheduled.ts';
import { sendItem } from '../support/send-item.ts';
import { startTrigger, type TriggerServer } from '../support/trigger-server.ts';

let sandbox: SandboxProcess;
let trigger: TriggerServer;
beforeAll(async () => {
	trigger = await startTrigger();
	sandbox = await startSandboxProcess({ args: ['--speed', '10'] });
});
beforeEach(async () => {
	await sandbox.api('POST', '/reset');
	await sandbox.api('PUT', '/settings', { webhook: null });
	// A store of its own: what a test finds out about the account must not hold for the next one.
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'meta-followup-send-'));
	setClock(DUE);
});
afterEach(releaseClock);
afterAll(async () => {
	await sandbox?.close();
	await trigger?.close();
});

/** A follow-up that was decided on, for a customer the sandbox knows; one who wrote there too, unless said otherwise. */
async function decided({ wrote = true } = {}): Promise<Prepared & { item: INodeExecutionData }> {
	const known = await sandbox.api('POST', '/customers', { name: 'Ana' });
	if (wrote) await sandbox.api('POST', `/customers/${known.id}/messages`, { text: 'Hello' });
	const store = await sharedStore();
	const prepared = await followUpAt(store, 'decided', {
		customer: newCustomer({ contact: { id: known.contactId as string } }),
	});
	return { ...prepared, item: await sendItem(store, prepared) };
}

async function send(
	items: INodeExecutionData[],
	credentials: Record<string, ICredentialDataDecryptedObject> = sandboxCredentials(sandbox.url),
	onError?: 'continueRegularOutput',
): Promise<Ran> {
	const json = flow({}, onError);
	json.connections = { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } };
	return await runWorkflow(json, { start: 'Start', items, credentials });
}

const ledger = async () => {
	const { messages, violations } = await sandbox.api('GET', '/state');
	type Message = { via: string; text?: string; callbackData?: string; id: string };
	return {
		sent: (messages as Message[]).filter(({ via }) => via === 'api'),
		violations: violations as object[],
	};
};

const becomes = async ({ id }: Prepared, state: FollowUpState) => {
	const store = await sharedStore();
	for (let tries = 0; tries < 200; tries++) {
		if ((await store.get(id))?.state === state) return await store.get(id);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error(`It did not become ${state}; it is ${(await store.get(id))?.state}`);
};

test('accepted: it comes out under Sent, and its statuses find it', async () => {
	const one = await decided();
	// Only now: the customer's first message, delivered late, would count as an answer in the second it was written.
	await sandbox.api('PUT', '/settings', { webhook: trigger.url });
	const ran = await send([one.item]);
	expect(ran.error('Send')?.message).toBeUndefined();
	const { sent, violations } = await ledger();
	expect(sent).toMatchObject([{ text: 'Shall we go ahead with your appointment?', callbackData: one.id }]);
	expect(violations).toEqual([]);
	expect(ran.outputs('Send').map((items) => items.length)).toEqual([1, 0]);
	expect(ran.json('Send')).toMatchObject([
		{ followUp: { scheduledId: one.id, messageId: sent[0]?.id }, result: { code: 'accepted' } },
	]);
	expect(ran.json('Send')[0]?.followUp).not.toHaveProperty('leaseToken');
	expect(await becomes(one, 'delivered')).toMatchObject({ messageId: sent[0]?.id });
});

test('131047, the window is closed for Meta: not sent, failed with the code and what it means', async () => {
	const one = await decided({ wrote: false });
	const ran = await send([one.item]);
	expect(ran.outputs('Send').map((items) => items.length)).toEqual([0, 1]);
	expect(ran.json('Send', 1)).toMatchObject([{ followUp: { state: 'failed' }, result: { code: 'refused' } }]);
	expect(await one.now()).toMatchObject({ state: 'failed', error: { code: 131047 } });
});

test('131056, too many to one customer: not sent now, due again later', async () => {
	const one = await decided();
	await sandbox.api('POST', '/faults', { target: 'send', count: 1, status: 400, code: 131056 });
	const ran = await send([one.item]);
	expect(ran.outputs('Send').map((items) => items.length)).toEqual([0, 1]);
	const later = await one.now();
	expect(later).toMatchObject({ state: 'scheduled', attempts: 1, reason: { code: 'meta_retry' } });
	expect(Date.parse(later.dueAt)).toBeGreaterThan(DUE.getTime());
	expect((await ledger()).sent).toEqual([]);
});

test('190, the token is wrong: the node says what to do, and what was not sent goes back unharmed', async () => {
	const [one, other] = [await decided(), await decided()];
	const credentials = sandboxCredentials(sandbox.url);
	credentials.metaMessagingApi = { ...credentials.metaMessagingApi, accessToken: 'expired' };
	const ran = await send([one.item, other.item], credentials);
	expect(ran.status).toBe('error');
	expect(`${ran.error('Send')?.message} ${ran.error('Send')?.description}`).toMatch(
		/190[\s\S]*token[\s\S]*credential/i,
	);
	for (const each of [one, other]) {
		const back = await each.now();
		expect(back).toMatchObject({ state: 'scheduled', attempts: 0 });
		expect(Date.parse(back.dueAt)).toBeGreaterThan(DUE.getTime());
	}
	expect(JSON.stringify(ran.error('Send'))).not.toContain('expired"');
});

test('without a credential the node says so, and the follow-up goes back', async () => {
	const one = await decided();
	const ran = await send([one.item], {});
	expect(ran.error('Send')?.message).toMatch(/credential/i);
	expect((await one.now()).state).toBe('scheduled');
});

test('190 with "Continue": each comes out under Not Sent with what to do', async () => {
	const [one, other] = [await decided(), await decided()];
	const credentials = sandboxCredentials(sandbox.url);
	credentials.metaMessagingApi = { ...credentials.metaMessagingApi, accessToken: 'expired' };
	const ran = await send([one.item, other.item], credentials, 'continueRegularOutput');
	expect(ran.outputs('Send')[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(ran.json('Send', 1)[0]?.result).toMatchObject({
		advice: expect.stringContaining('token') as string,
	});
});

test('accepted, but the answer is lost: unknown, and settled by the status that carries our ID', async () => {
	const one = await decided();
	await sandbox.api('PUT', '/settings', { webhook: trigger.url, statusDelayMs: 2_000 });
	await sandbox.api('POST', '/faults', { target: 'send', count: 1, afterAccept: true, reset: true });
	const ran = await send([one.item]);
	expect(ran.outputs('Send').map((items) => items.length)).toEqual([0, 1]);
	const { sent } = await ledger();
	expect(sent).toHaveLength(1);
	const entries = await (await sharedStore()).audit(one.id);
	expect(entries.map(({ to }) => to)).toContain('unknown');
	expect(await becomes(one, 'delivered')).toMatchObject({ messageId: sent[0]?.id });
	expect((await ledger()).sent).toHaveLength(1);
	await sandbox.api('PUT', '/settings', { statusDelayMs: 400 });
});

test('nobody answers at the address: not sent, due again later', async () => {
	const one = await decided();
	const ran = await send([one.item], sandboxCredentials('http://127.0.0.1:1'));
	expect(ran.outputs('Send').map((items) => items.length)).toEqual([0, 1]);
	expect(ran.json('Send', 1)[0]?.result).toMatchObject({
		...{ code: 'meta_retry', advice: expect.stringContaining('Graph Base URL') as string },
	});
	expect(await one.now()).toMatchObject({ state: 'scheduled', attempts: 1 });
});

test('a fault of one item leaves the others alone, each linked to its own', async () => {
	const [one, two, three] = [await decided(), await decided({ wrote: false }), await decided()];
	const ran = await send([one.item, two.item, three.item]);
	expect(ran.outputs('Send').map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
		...[[{ item: 0 }, { item: 2 }], [{ item: 1 }]],
	]);
	expect((await ledger()).sent.map(({ callbackData }) => callbackData)).toEqual([one.id, three.id]);
});

test('run twice with the same items, the message goes out once', async () => {
	const one = await decided();
	await send([one.item]);
	const again = await send([one.item, one.item]);
	expect(again.json('Send', 1)).toMatchObject([
		{ result: { code: 'claim_lost' } },
		{ result: { code: 'claim_lost' } },
	]);
	expect((await ledger()).sent).toHaveLength(1);
});

test('what the store holds goes out, not what an item says', async () => {
	const one = await decided();
	const item = { json: { ...one.item.json, content: { kind: 'text', text: 'Something else' } } };
	await send([item]);
	expect((await ledger()).sent).toMatchObject([{ text: 'Shall we go ahead with your appointment?' }]);
});
