import type { INodeParameters } from 'n8n-workflow';
import { embeddedStoreFile, sharedStore } from '../../lib/index.ts';
import { PHONE_NUMBER_ID, whatsApp } from '../fixtures/meta/fixture.ts';
import { newId } from '../support/customer.ts';
import { runWorkflow, type WorkflowJson } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { inTables } from '../support/raw-store.ts';
import { hostTrigger, type HostedTrigger } from '../support/trigger-host.ts';

const hosted: HostedTrigger[] = [];
afterEach(async () => await Promise.all(hosted.splice(0).map(async (one) => await one.close())));

let people = 0;

/** A trigger in a workflow, customers who write, and what of that reached the workflow or the store. */
function scenario(parameters: Record<string, unknown> = { 'settings.planWithoutExecution': true }) {
	const chatbot = newId('chatbot');
	const workflow = newId('workflow');
	const build = (more: INodeParameters = {}): WorkflowJson => ({
		...flow(rulesOnly(chatbot, more)),
		id: workflow,
	});
	return {
		chatbot,
		build,
		/** A new customer writes; resolves to how many executions that started, each of which is run. */
		async writes(json: WorkflowJson, { run = true, said = TEXT } = {}): Promise<number> {
			const trigger = await hostTrigger({ workflow, parameters, flow: json });
			hosted.push(trigger);
			const { status } = await trigger.deliver(message(said));
			expect(status).toBe(200);
			for (const items of run ? trigger.executions : []) await runWorkflow(json, { start: 'Start', items });
			return trigger.executions.length;
		},
		pending: async () => await (await sharedStore()).list({ chatbot, states: ['scheduled'] }),
	};
}

const TEXT: object = { type: 'text', text: { body: 'An appointment?' } };
const VOICE = { type: 'audio', audio: { id: '900000000000001', mime_type: 'audio/ogg', voice: true } };

function message(said: object): object {
	const userId = `CO.plan${++people}`;
	return whatsApp('messages', {
		contacts: [{ profile: { name: 'Eva' }, user_id: userId }],
		messages: [
			{
				...{ from_user_id: userId, id: newId('wamid'), ...said },
				timestamp: String(Math.floor(Date.now() / 1000)),
			},
		],
	});
}

const settings = { onlyAfterAnswer: false };

test('the first message starts the workflow, every further one is planned without', async () => {
	const { build, writes, pending } = scenario();
	const json = build({ settings });
	expect(await writes(json)).toBe(1);
	expect(await pending()).toHaveLength(1);
	expect(await writes(json)).toBe(0);
	expect(await writes(json)).toBe(0);
	const planned = await pending();
	expect(planned).toHaveLength(3);
	expect(new Set(planned.map(({ conversation }) => conversation)).size).toBe(3);
	for (const { anchor, dueAt } of planned)
		expect(Date.parse(dueAt) - Date.parse(anchor.at)).toBe(4 * 3_600_000);
	expect(planned[0]?.conversation).toContain(`whatsapp:${PHONE_NUMBER_ID}:`);
});

test('after an edit the next message starts the workflow once, and what was edited counts', async () => {
	const { build, writes, pending } = scenario();
	expect(await writes(build({ settings }))).toBe(1);
	const edited = build({
		settings,
		followUps: { values: [reminder({ delay: 2 }), reminder({ name: 'New' })] },
	});
	expect(await writes(edited)).toBe(1);
	expect(await writes(edited)).toBe(0);
	const hours = (await pending()).map(
		({ dueAt, anchor }) => (Date.parse(dueAt) - Date.parse(anchor.at)) / 3_600_000,
	);
	expect(hours.sort()).toEqual([2, 2, 4, 4, 4]);
});

test('a voice note starts the workflow where it is understood, and only there', async () => {
	const deaf = scenario();
	expect(await deaf.writes(deaf.build({ settings }))).toBe(1);
	expect(await deaf.writes(deaf.build({ settings }), { said: VOICE })).toBe(0);
	const { build, writes, pending } = scenario();
	const json = build({ settings: { ...settings, understandMedia: true } });
	expect(await writes(json)).toBe(1);
	expect(await writes(json)).toBe(0);
	expect(await writes(json, { said: VOICE })).toBe(1);
	expect(await pending()).toHaveLength(3);
});

test('without the setting each message starts the workflow and is planned all the same, once', async () => {
	const { build, writes, pending } = scenario({});
	const json = build({ settings });
	for (const round of [1, 2, 3]) {
		expect(await writes(json)).toBe(1);
		expect(await pending()).toHaveLength(round);
	}
});

test('a message is planned though n8n ends before the execution runs', async () => {
	const { build, writes, pending } = scenario({});
	const json = build({ settings });
	await writes(json);
	await writes(json, { run: false });
	expect(await pending()).toHaveLength(2);
});

test('what is stored and cannot be read starts the workflow, which writes it anew; n8n answers Meta as ever', async () => {
	const { build, writes, pending, chatbot } = scenario();
	const json = build({ settings });
	await writes(json);
	expect(await writes(json)).toBe(0);
	await inTables({ kind: 'sqlite', file: embeddedStoreFile() }, async (db) => {
		const without = { definition_json: '{"name":"Reminder"}' };
		await db.updateTable('follow_up_definitions').set(without).where('chatbot', '=', chatbot).execute();
	});
	expect(await writes(json)).toBe(1);
	expect(hosted.at(-1)?.logged).toEqual([expect.stringContaining('cannot be read (description is required')]);
	expect(await writes(json)).toBe(0);
	expect(await pending()).toHaveLength(4);
});

describe('every message starts the workflow', () => {
	const cases: [string, (json: WorkflowJson) => void, INodeParameters][] = [
		['behind another node', (json) => through(json, 'n8n-nodes-base.filter'), {}],
		['in Wait mode', (json) => Object.assign(json.nodes[2]?.parameters ?? {}, { mode: 'wait' }), {}],
		[
			'with Follow-Up Evaluate switched off',
			(json) => Object.assign(json.nodes[1] ?? {}, { disabled: true }),
			{},
		],
		[
			'with a delay by expression',
			() => {},
			{ followUps: { values: [reminder({ delay: '={{ $json.event ? 3 : 4 }}' })] } },
		],
		['with settings by expression', () => {}, { settings: { minimumGapMinutes: '={{ 1 + 1 }}' } }],
		[
			'with follow-ups as JSON by expression',
			() => {},
			{ defineFollowUps: 'json', followUpsJson: `={{ ${JSON.stringify([reminder()])} }}` },
		],
		['with a chatbot per account', () => {}, { chatbotId: '={{ "of-" + $json.event.account }}' }],
	];
	test.each(cases)('%s', async (_name, change, parameters) => {
		const { build, writes } = scenario();
		const json = build(parameters);
		expect(await writes(json)).toBe(1);
		change(json);
		expect(await writes(json, { run: false })).toBe(1);
		expect(await writes(json, { run: false })).toBe(1);
	});
});

/** Puts a node between the trigger and Follow-Up Evaluate. */
function through(json: WorkflowJson, type: string): void {
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	json.nodes.push({ id: 'between', name: 'Between', type, typeVersion: 1, position: [0, 0], parameters: {} });
	Object.assign(json.connections, { Start: to('Between'), Between: to('Evaluate') });
}
