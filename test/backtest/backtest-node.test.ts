import { DatabaseSync } from 'node:sqlite';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { embeddedStoreFile, sharedStore } from '../../lib/index.ts';
import evaluationSet from '../eval/cases/en.json';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow, sandboxCredentials } from '../support/engine.ts';
import { flow, rulesOnly } from '../support/flow.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';
import { manager } from '../statistics/support/manager.ts';

let sandbox: SandboxProcess;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
}, 30_000);
afterAll(async () => {
	releaseClock();
	await sandbox?.close();
});

const one: INodeExecutionData[] = [{ json: {} }];
const paired = (items: INodeExecutionData[] | undefined) => items?.map(({ pairedItem }) => pairedItem);
const simulate = async (parameters: INodeParameters, items = one, onError?: 'continueRegularOutput') =>
	await runWorkflow(manager('simulation', 'run', parameters, onError), {
		...{ start: 'Start', items, credentials: sandboxCredentials(sandbox.url) },
	});

/** Every row of every table, as text. */
function everything(): string {
	const database = new DatabaseSync(embeddedStoreFile(), { readOnly: true });
	try {
		const tables = database
			.prepare(`select name from sqlite_master where type = 'table' order by name`)
			.all();
		const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${String(name)}"`).all()]);
		return JSON.stringify(rows);
	} finally {
		database.close();
	}
}

async function sends(): Promise<unknown[]> {
	const { messages, refusals } = (await sandbox.api('GET', '/state')) as Record<string, unknown[]>;
	return [...(messages ?? []), ...(refusals ?? [])];
}

const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

const BY_MODEL = {
	decideBy: 'openAiCompatible',
	model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' },
};

/** A chatbot with customers who wrote; what Evaluate planned for them stands in the store. */
async function planned(customers: number, more: INodeParameters = {}) {
	setClock(after(MINUTE));
	const chatbotId = newId('chatbot');
	const who = Array.from({ length: customers }, () => newCustomer());
	const items = await Promise.all(who.map(wrote));
	await runWorkflow(flow(rulesOnly(chatbotId, more)), { start: 'Start', items });
	return { chatbotId, keys: who.map(({ key }) => key), contact: who[0]?.contact.id as string };
}

test('what it says would go is what then goes, at that time', async () => {
	const { chatbotId, keys } = await planned(2);
	const ran = await simulate({ chatbotId: byId(chatbotId) });
	expect(ran.error('Manager')?.message).toBeUndefined();
	const said = ran
		.json('Manager')
		.filter((item) => keys.includes((item.conversation as { key: string }).key));
	expect(said).toHaveLength(2);
	expect(paired(ran.outputs('Manager')[0])?.every((pair) => JSON.stringify(pair) === '{"item":0}')).toBe(
		true,
	);

	setClock(after(4 * HOUR));
	const json = flow(rulesOnly(chatbotId));
	json.connections.Evaluate = { main: [] };
	const really = await runWorkflow(json, { start: 'Start', items: await dueItems(chatbotId) });
	for (const item of really.json('Evaluate', 1)) {
		const { key } = item.conversation as { key: string };
		expect(said.find(({ conversation }) => (conversation as { key: string }).key === key)).toMatchObject({
			...{ outcome: 'send', content: item.content, followUp: { name: 'Reminder' } },
			at: (item.followUp as { dueAt: string }).dueAt,
		});
	}
});

test('nothing of it is sent or stored, with a model and without', async () => {
	setClock(after(MINUTE));
	const { chatbotId } = await planned(2);
	const store = await sharedStore();
	const before = everything();
	for (const by of [{}, BY_MODEL]) {
		const ran = await simulate({ chatbotId: byId(chatbotId), ...by });
		expect(ran.error('Manager')?.message).toBeUndefined();
		expect(ran.json('Manager').some(({ outcome }) => outcome === 'send')).toBe(true);
	}
	expect(everything()).toBe(before);
	expect(await sends()).toEqual([]);
	expect(await store.list({ chatbot: chatbotId, states: ['scheduled'] })).toHaveLength(2);
});

test('conversations of the evaluation set, each with its own follow-ups, decided by a model', async () => {
	const items = evaluationSet.slice(0, 4).map((json) => ({ json }) as unknown as INodeExecutionData);
	const ran = await simulate({ source: 'item', simulationOutput: 'conversations', ...BY_MODEL }, items);
	expect(ran.error('Manager')?.message).toBeUndefined();
	expect(paired(ran.outputs('Manager')[0])).toEqual(items.map((_, item) => ({ item })));
	const followUps = ran
		.json('Manager')
		.map((item) => item.followUps as { reason: { code: string }; model?: object }[]);
	expect(followUps.map(({ length }) => length)).toEqual(
		evaluationSet.slice(0, 4).map((one) => one.followUps.length),
	);
	expect(followUps.flat().some(({ model }) => model !== undefined)).toBe(true);
	const log = (await sandbox.api('GET', '/model/log')) as unknown[];
	expect(log.length).toBeGreaterThanOrEqual(4);
	expect(await sends()).toEqual([]);
});

test('the figures of a run', async () => {
	const { chatbotId, contact } = await planned(1);
	const ran = await simulate({
		chatbotId: byId(chatbotId),
		simulationOutput: 'summary',
		filters: { contact },
	});
	expect(ran.json('Manager')).toMatchObject([
		{
			...{ conversations: 1, withFollowUps: 1 },
			byFollowUp: [{ name: 'Reminder', send: 1, ended: [] }],
			costs: [{ messages: 1 }],
		},
	]);
});

test('customers write what they like: it is text', async () => {
	const text = '<img src=x onerror=alert(1)> =HYPERLINK("http://x") {{ $env.HOME }}';
	const customer = newCustomer({ contact: { id: newId('CO'), name: text } });
	setClock(after(MINUTE));
	const store = await sharedStore();
	await store.ingest(
		[customer.writes(text), customer.isAnswered('Which day?', after(MINUTE))],
		after(MINUTE),
	);
	const { chatbotId } = await planned(1);
	const ran = await simulate({ chatbotId: byId(chatbotId), filters: { contact: customer.contact.id } });
	expect(ran.json('Manager')).toMatchObject([{ conversation: { contact: { name: text } }, outcome: 'send' }]);
});

test('an item that cannot be read is said, and the others are played', async () => {
	const [good] = evaluationSet;
	const bad = { ...good, conversation: [{ at: 'yesterday', from: 'customer', text: 'Hello' }] };
	const empty = { ...good, followUps: [{ name: 'No description' }] };
	const items = [bad, empty, good].map((json) => ({ json }) as unknown as INodeExecutionData);
	const parameters = { source: 'item', simulationOutput: 'conversations' };
	const ran = await simulate(parameters, items, 'continueRegularOutput');
	expect(ran.json('Manager')).toMatchObject([
		{ error: expect.stringMatching(/conversation\.0\.at must be a time/) },
		{ error: expect.stringMatching(/No description.*Description/) },
		{ followUps: [{}] },
	]);
	expect(paired(ran.outputs('Manager')[0])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect((await simulate(parameters, items)).error('Manager')?.message).toMatch(/must be a time/);
});

test('a chatbot that is not known is named beside those that are', async () => {
	const { chatbotId } = await planned(1);
	const ran = await simulate({ chatbotId: byId('nobody') });
	expect(ran.error('Manager')?.message).toBe('There is no chatbot "nobody"');
	expect(ran.error('Manager')?.description).toContain(chatbotId);
	expect((await simulate({ chatbotId: byId('') })).error('Manager')?.message).toBe('No chatbot is chosen');
});
