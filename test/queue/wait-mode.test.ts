import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IExecuteFunctions,
	type INode,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowSettings,
} from 'n8n-workflow';
import { asNow, type Now } from '../../lib/store/database/now.ts';
import { sharedStore, type Store } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { additionalData, type WorkflowJson } from '../support/engine.ts';
import { eventItem, flow, reminder, rulesOnly } from '../support/flow.ts';
import { nodeTypes } from '../support/node-types.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

let store: Store;
beforeAll(async () => {
	store = await sharedStore();
});
afterEach(releaseClock);

/** Takes the guarded step before sending and reports success; what Meta does is another test's business. */
const sender = {
	description: { name: 'sender', inputs: ['main'], outputs: ['main'], properties: [] },
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		for (const [n, { json }] of items.entries()) {
			const { scheduledId, leaseToken } = json.followUp as { scheduledId: string; leaseToken: string };
			const begun = await store.beginSend(scheduledId, leaseToken, asNow(new Date()));
			if (!begun.ok) throw new Error(begun.reason.sentence);
			const answer = { outcome: 'accepted', messageId: newId(`sent${n}`) } as const;
			await store.finishSend(scheduledId, answer, asNow(new Date()));
		}
		return [items];
	},
} as unknown as INodeType;

const withSender: INodeTypes = {
	...nodeTypes,
	getByNameAndVersion: (type) => (type === 'sender' ? sender : nodeTypes.getByNameAndVersion(type)),
};

/** The template with Schedule in Wait mode, and its output Due back at the input of Evaluate. */
function waitingFlow(chatbot: string, delays: number[], sendsAt: number): WorkflowJson {
	const followUps = delays.map((delay, n) => reminder({ name: `After ${n}`, delay, delayUnit: 'hours' }));
	const settings = { onlyIfBusinessAnswered: false, minimumGapMinutes: 0 };
	const json = flow(rulesOnly(chatbot, { followUps: { values: followUps }, settings } as never));
	const nodes = json.nodes
		.filter(({ name }) => name !== 'Send')
		.map((node) => (node.name === 'Schedule' ? { ...node, parameters: { mode: 'wait' } } : node));
	const ends = ['Sends', 'Ends'].map(
		(name): INode => ({
			...{
				id: name,
				name,
				type: name === 'Sends' ? 'sender' : 'n8n-nodes-meta-followup.followUpSchedule',
				typeVersion: NODE_VERSION,
			},
			...{ position: [0, name === 'Sends' ? sendsAt : 200], parameters: {}, disabled: name === 'Ends' },
		}),
	);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		nodes: [...nodes, ...ends],
		connections: {
			Start: { main: [to('Evaluate')] },
			Evaluate: { main: [to('Schedule'), to('Sends'), to('Ends')] },
			Schedule: { main: [to('Evaluate')] },
		},
	};
}

/** Runs the workflow as n8n does, and goes on with it as n8n does when the time has come. */
class WaitingRun {
	private last?: IRun;
	private readonly workflow: Workflow;

	constructor(
		private readonly json: WorkflowJson,
		settings: IWorkflowSettings = {},
	) {
		this.workflow = new Workflow({
			...json,
			id: 'waiting',
			name: 'Waiting',
			active: false,
			nodeTypes: withSender,
			settings: { executionOrder: 'v1', ...settings },
		});
	}

	async begin(customer: Customer): Promise<void> {
		const conversation = await store.conversation(customer.key);
		if (!conversation) throw new Error('The customer has not written');
		const pinData = { Start: [eventItem({}, conversation, new Date())] };
		this.last = await new WorkflowExecute(this.additional(), 'trigger').run({
			...{ workflow: this.workflow, pinData },
			startNode: this.workflow.getNode('Start') as INode,
		});
	}

	/** What n8n keeps of a waiting run is JSON in its database. */
	async goOn(): Promise<void> {
		const kept = JSON.parse(JSON.stringify(this.last?.data)) as IRun['data'];
		kept.waitTill = new Date();
		this.last = await new WorkflowExecute(this.additional(), 'trigger', kept).processRunExecutionData(
			this.workflow,
		);
	}

	get waitsUntil(): string | undefined {
		return this.last?.waitTill?.toISOString();
	}

	get error() {
		return this.last?.data.resultData.error;
	}

	get status() {
		return this.last?.status;
	}

	/** All that came out of a node's runs so far. */
	out(node: string): { followUp: { name: string }; decision?: { code: string } }[] {
		const runs = this.last?.data.resultData.runData[node] ?? [];
		return runs.flatMap(({ data }) => data?.main?.[0] ?? []).map(({ json }) => json as never);
	}

	private additional() {
		const data = additionalData(this.json, {});
		data.hooks = new ExecutionLifecycleHooks('trigger', 'waiting', { ...this.json } as never);
		return data;
	}
}

/** Above the node that waits, as it should be. */
const ABOVE = -100;
const BELOW = 100;

async function asks(delays: number[], sendsAt = ABOVE, settings: IWorkflowSettings = {}) {
	const customer = newCustomer();
	await store.ingest([customer.writes('I would like an appointment', START)], START);
	const chatbot = newId('waiting-chatbot');
	const run = new WaitingRun(waitingFlow(chatbot, delays, sendsAt), settings);
	setClock(START);
	await run.begin(customer);
	return { customer, chatbot, run };
}

test('the run waits for the earliest, sends it, and waits for the next in a loop until none is left', async () => {
	const { run } = await asks([4, 6]);
	expect(run.status).toBe('waiting');
	expect(run.waitsUntil).toBe(after(4 * HOUR).toISOString());

	setClock(after(4 * HOUR + MINUTE));
	await run.goOn();
	expect(run.out('Sends').map(({ followUp }) => followUp.name)).toEqual(['After 0']);
	expect(run.waitsUntil).toBe(after(6 * HOUR).toISOString());

	setClock(after(6 * HOUR + MINUTE));
	await run.goOn();
	expect(run.status).toBe('success');
	expect(run.out('Sends').map(({ followUp }) => followUp.name)).toEqual(['After 0', 'After 1']);
});

test('after waking only the store is believed: what was cancelled meanwhile ends as such', async () => {
	const { run, customer } = await asks([4]);
	await store.ingest([customer.writes('Tomorrow at ten, please', after(HOUR))], after(HOUR));
	setClock(after(4 * HOUR + MINUTE));
	await run.goOn();
	expect(run.status).toBe('success');
	expect(run.out('Sends')).toEqual([]);
	expect(run.out('Ends').map(({ decision }) => decision?.code)).toEqual(['cancelled_reply']);
});

test('woken too early, the run waits on', async () => {
	const { run } = await asks([4]);
	setClock(after(2 * HOUR));
	await run.goOn();
	expect(run.waitsUntil).toBe(after(4 * HOUR).toISOString());
	expect(run.out('Sends')).toEqual([]);
});

test('a run that n8n lost is replaced by a Due Trigger, and coming back late it does nothing twice', async () => {
	const { run, chatbot } = await asks([4]);
	const late = after(4 * HOUR + MINUTE);
	const taken = await store.claimDue({ chatbot, now: late, limit: 5, leaseMs: HOUR });
	expect(taken).toHaveLength(1);
	setClock(late);
	await run.goOn();
	expect(run.status).toBe('success');
	expect([...run.out('Sends'), ...run.out('Ends')]).toEqual([]);
});

test('a follow-up nobody took up is found as overdue', async () => {
	const { chatbot } = await asks([4]);
	const overdue = async (now: Now) =>
		await store.list({ chatbot, states: ['scheduled'], dueBefore: after(-5 * MINUTE, now) });
	expect(await overdue(after(4 * HOUR))).toEqual([]);
	expect(await overdue(after(5 * HOUR))).toHaveLength(1);
});

test('a sending branch that would wait too is an error that says how to arrange the nodes', async () => {
	const { run } = await asks([4, 6], BELOW);
	setClock(after(4 * HOUR + MINUTE));
	await run.goOn();
	expect(run.status).toBe('error');
	expect(run.error?.message).toContain('only after this wait');
	expect(run.error?.description).toContain('above this node');
}, 20_000);

test('on an engine that starts no waiting run again it is an error, and what was planned is kept', async () => {
	const { run, chatbot } = await asks([4], ABOVE, { engineType: 'v2' });
	expect(run.status).toBe('error');
	expect(run.error?.message).toContain('Engine 2.0');
	expect(run.error?.description).toContain('Set Mode to Queue');
	expect(await store.list({ chatbot, states: ['scheduled'] })).toHaveLength(1);
});
