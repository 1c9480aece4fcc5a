import type { INodeExecutionData } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { triedItems } from '../support/due-trigger.ts';
import { runWorkflow, sandboxCredentials } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

let sandbox: SandboxProcess;
beforeAll(async () => {
	sandbox = await startSandboxProcess({ webhook: 'http://127.0.0.1:1/' });
});
beforeEach(() => setClock(after(MINUTE)));
afterAll(async () => {
	releaseClock();
	await sandbox?.close();
});

/** Somebody wrote, was answered and fell silent; one follow-up is planned for four hours later. */
async function planned() {
	const chatbotId = newId('chatbot');
	const customer = newCustomer();
	const items = [await wrote(customer)];
	await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items });
	const store = await sharedStore();
	const now = async () => (await store.list({ chatbot: chatbotId }))[0];
	return { chatbotId, customer, now };
}

async function decided(chatbotId: string, items: INodeExecutionData[], followUps = [reminder()]) {
	const { metaMessagingApi = {} } = sandboxCredentials(sandbox.url);
	const json = flow(rulesOnly(chatbotId, { followUps: { values: followUps } }));
	return await runWorkflow(json, { start: 'Start', items, credentials: { metaMessagingApi } });
}

test('the next follow-up is handed out before its time, and what would be decided is shown; nothing of it is kept', async () => {
	const { chatbotId, now } = await planned();
	const before = await now();
	const items = await triedItems(chatbotId);
	expect(items).toMatchObject([
		{ json: { followUp: { scheduledId: before?.id, state: 'scheduled', isTest: true } } },
	]);
	const ran = await decided(chatbotId, items);
	expect(ran.error('Evaluate')?.message).toBeUndefined();
	expect(ran.json('Evaluate', 1)).toMatchObject([
		{ decision: { action: 'send', code: 'decided_send' }, content: { text: 'Shall we?' } },
	]);
	expect(await now()).toEqual(before);
});

test('it is decided as the node stands in the editor, and the next message is not planned by it', async () => {
	const { chatbotId, now } = await planned();
	const ran = await decided(chatbotId, await triedItems(chatbotId), [reminder({ message: 'A new text' })]);
	expect(ran.json('Evaluate', 1)).toMatchObject([{ content: { text: 'A new text' } }]);
	expect((await (await sharedStore()).chatbot(chatbotId))?.followUps[0]?.message).toBe('Shall we?');
	expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0 });
});

test('what is not due is not sent, also when the workflow is run to its end', async () => {
	const { chatbotId, now } = await planned();
	const before = await now();
	const ran = await decided(chatbotId, await triedItems(chatbotId));
	expect(ran.json('Send', 0)).toEqual([]);
	expect(ran.json('Send', 1)).toMatchObject([{ result: { code: 'not_due_yet' } }]);
	expect(await now()).toEqual(before);
});

test('what is due is handed to Meta once when a person runs Send Follow-Up', async () => {
	const { chatbotId, now } = await planned();
	setClock(after(4 * HOUR));
	const items = await triedItems(chatbotId);
	expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0 });
	const ran = await decided(chatbotId, items);
	// The sandbox has never heard of this customer, so it refuses.
	expect(ran.json('Send', 1)).toMatchObject([{ result: { code: 'refused' } }]);
	expect(await now()).toMatchObject({ state: 'failed', attempts: 1 });
	const again = await decided(chatbotId, items);
	expect(again.json('Send', 1)).toMatchObject([{ result: { code: 'claim_lost' } }]);
});

test('with nothing planned it says at once what is missing', async () => {
	const { chatbotId, customer } = await planned();
	await (await sharedStore()).cancel(customer.key, {}, await (await sharedStore()).now());
	await expect(triedItems(chatbotId)).rejects.toMatchObject({
		message: `Nothing is planned for the chatbot "${chatbotId}"`,
		description: expect.stringContaining('write to your own account') as string,
	});
	await expect(triedItems('another')).rejects.toMatchObject({
		message: 'There is no chatbot "another" in the follow-up store',
		description: expect.stringContaining(chatbotId) as string,
	});
});
