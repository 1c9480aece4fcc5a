import { TriggerContext } from 'n8n-core';
import { Workflow, type INode, type INodeExecutionData, type IRun } from 'n8n-workflow';
import { sharedStore, type StaffEventItem } from '../../lib/index.ts';
import { FollowUpDueTrigger } from '../../nodes/FollowUpDueTrigger/FollowUpDueTrigger.node.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { additionalData } from '../support/engine.ts';
import { PACKAGE, nodeTypes } from '../support/node-types.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { DAY, HOUR, after } from '../support/time.ts';

afterEach(releaseClock);

/** What a published Due Trigger starts executions with in one tick, by output. */
async function tickOf(chatbotId: string, settings: object): Promise<INodeExecutionData[][][]> {
	const node: INode = {
		...{ id: 'due', name: 'Due', type: `${PACKAGE}.followUpDueTrigger`, typeVersion: NODE_VERSION },
		...{ position: [0, 0] as [number, number], parameters: { chatbotId, settings } as INode['parameters'] },
	};
	const workflow = new Workflow({
		id: newId('flow'),
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
	});
	const started: INodeExecutionData[][][] = [];
	const ended: Promise<unknown>[] = [];
	const emit = (
		outputs: INodeExecutionData[][],
		_response?: unknown,
		done?: { resolve(run: IRun): void; promise: Promise<IRun> },
	) => {
		started.push(outputs);
		done?.resolve({ status: 'success' } as IRun);
		if (done) ended.push(done.promise);
	};
	const data = additionalData({ nodes: [node], connections: {} }, {});
	const own = workflow.getNode(node.name) as INode;
	// The nodes behind it are not looked at when n8n is only started again.
	const context = new TriggerContext(workflow, own, data, 'trigger', 'init', emit);
	let tick = async () => {};
	context.helpers.registerCron = (_expression, run) => {
		tick = async () => run(new Date());
	};
	Object.defineProperty(context, 'logger', { value: { error() {}, warn() {}, info() {}, debug() {} } });
	const { closeFunction } = await new FollowUpDueTrigger().trigger.call(context);
	await tick();
	// The tick is not awaited by n8n either: it has had its time when the store has answered all that was asked before.
	for (let turn = 0; turn < 50; turn++) await (await sharedStore()).ready();
	await Promise.all(ended);
	await closeFunction?.();
	return started;
}

async function unanswered(): Promise<string> {
	const store = await sharedStore();
	const { id, chatbot } = await followUpAt(store, 'sending');
	await store.finishSend(id, { outcome: 'accepted', messageId: newId('wamid') }, DUE);
	return chatbot;
}

test('a customer who was given up comes out of Staff, once, with the reason', async () => {
	const chatbot = await unanswered();
	setClock(after(DAY + HOUR, DUE));
	const started = await tickOf(chatbot, { gaveUpAfterHours: 24 });
	const [due, staff] = started.at(-1) ?? [];
	expect(due).toEqual([]);
	expect(staff?.map(({ json }) => (json as unknown as StaffEventItem).staffEvent)).toEqual([
		{
			...{ type: 'gave_up', chatbot, code: 'gave_up_last', since: DUE.toISOString(), unanswered: 1 },
			reason: expect.stringMatching(/has not answered the last follow-up/),
		},
	]);
	setClock(after(2 * DAY, DUE));
	expect(await tickOf(chatbot, { gaveUpAfterHours: 24 })).toEqual([]);
});

test('where nobody asked for it nothing is told', async () => {
	const chatbot = await unanswered();
	setClock(after(2 * DAY, DUE));
	expect(await tickOf(chatbot, {})).toEqual([]);
});
