import { TriggerContext } from 'n8n-core';
import { Workflow, type INode, type INodeExecutionData, type IRun } from 'n8n-workflow';
import { sharedStore, type Store } from '../../lib/index.ts';
import { FollowUpDueTrigger } from '../../nodes/FollowUpDueTrigger/FollowUpDueTrigger.node.ts';
import { UnderWay } from '../../nodes/FollowUpDueTrigger/under-way.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { additionalData } from '../support/engine.ts';
import { newId } from '../support/customer.ts';
import { PACKAGE, nodeTypes } from '../support/node-types.ts';
import { DUE, claimOf, planFor, register, silence } from '../support/scheduled.ts';
import { MINUTE, after } from '../support/time.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

const LEASE_MINUTES = 10;

let store: Store;
beforeAll(async () => {
	store = await sharedStore();
});
afterEach(releaseClock);

/** A published Due Trigger with one execution at a time, whose clock and executions are ours. */
async function published(chatbot: string) {
	const node: INode = {
		...{
			id: 'due',
			name: 'Due',
			type: `${PACKAGE}.followUpDueTrigger`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
		},
		parameters: {
			chatbotId: chatbot,
			settings: { batchSize: 1, maxExecutions: 1, leaseMinutes: LEASE_MINUTES },
		},
	};
	const workflow = new Workflow({
		id: newId('flow'),
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
	});
	const data = additionalData({ nodes: [node], connections: {} }, {});
	const started: INodeExecutionData[][] = [];
	const ends: ((run: Partial<IRun>) => void)[] = [];
	let heard = () => {};
	// n8n settles the third argument when the execution is over; here that is up to the test.
	const emit = (
		[items = []]: INodeExecutionData[][],
		_response?: unknown,
		done?: { resolve(run: IRun): void },
	) => {
		started.push(items);
		ends.push((run) => done?.resolve(run as IRun));
		heard();
	};
	const context = new TriggerContext(
		workflow,
		workflow.getNode(node.name) as INode,
		data,
		'trigger',
		// The nodes behind it are not looked at when n8n is only started again.
		'init',
		emit,
	);
	let tick = () => {};
	context.helpers.registerCron = (_expression, run) => {
		tick = () => run(new Date());
	};
	const silent = { error() {}, warn() {}, info() {}, debug() {} };
	Object.defineProperty(context, 'logger', { value: silent });
	const { closeFunction } = await new FollowUpDueTrigger().trigger.call(context);
	return {
		started,
		/** Says how the execution ended that was started as the first, second … */
		end: (place: number, run: Partial<IRun>) => ends[place]?.(run),
		tick: () => tick(),
		close: async () => await closeFunction?.(),
		/** Resolves when so many executions have been started. */
		async begun(count: number): Promise<void> {
			while (started.length < count) await new Promise<void>((resolve) => (heard = resolve));
		},
	};
}

async function twoDue(): Promise<string> {
	const chatbot = newId('chatbot');
	await register(store, chatbot);
	for (let n = 0; n < 2; n++) {
		const story = await silence(store);
		await store.schedule([planFor({ ...story, chatbot })], DUE);
	}
	return chatbot;
}

test('a run that n8n never says to be over holds its place only as long as its leases', async () => {
	setClock(DUE);
	const trigger = await published(await twoDue());
	await trigger.begun(1);
	setClock(after(2 * LEASE_MINUTES * MINUTE, DUE));
	trigger.tick();
	await trigger.begun(2);
	expect(trigger.started).toHaveLength(2);
	await trigger.close();
});

test('what an execution leaves that ended well without beginning with it was an attempt; its place is free', async () => {
	setClock(DUE);
	const chatbot = await twoDue();
	const trigger = await published(chatbot);
	await trigger.begun(1);
	trigger.end(0, { status: 'success' });
	await trigger.begun(2);
	setClock(after(2 * LEASE_MINUTES * MINUTE, DUE));
	const now = await store.now();
	await store.recoverLeases(now);
	const rows = await store.list({ chatbot });
	// The first ended, the second still waits for its place in n8n.
	expect(rows.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
	await trigger.close();
});

describe('a run under way', () => {
	const LEASE_MS = LEASE_MINUTES * MINUTE;
	const OLD = after(LEASE_MS + 1_000, DUE);

	async function started() {
		const chatbot = await twoDue();
		const due = await store.claimDue({ chatbot, now: DUE, limit: 2, leaseMs: LEASE_MS });
		const ends: string[] = [];
		const underWay = new UnderWay(LEASE_MS);
		const claims = due.map(claimOf);
		const over = underWay.add(claims, DUE, () => ends.push('end'));
		return { underWay, over, ends, claims };
	}

	test('keeps its place while one of its leases is alive, however old it is', async () => {
		const { underWay, ends, claims } = await started();
		const [, second] = claims as [(typeof claims)[number], (typeof claims)[number]];
		await store.extendLeases([second], LEASE_MS, after(LEASE_MS - 1_000, DUE));
		await underWay.giveUpLost(store, OLD);
		expect(ends).toEqual([]);
		await underWay.giveUpLost(store, after(3 * LEASE_MS, DUE));
		expect(ends).toEqual(['end']);
	});

	test('keeps its place for the time of a lease even when nothing is left to do', async () => {
		const { underWay, ends, claims } = await started();
		await store.release(claims, { retryAt: OLD, countsAsAttempt: false }, DUE);
		await underWay.giveUpLost(store, after(LEASE_MS - 1_000, DUE));
		expect(ends).toEqual([]);
	});

	test('ends once, whether n8n says so first or its leases run out first', async () => {
		const told = await started();
		told.over();
		await told.underWay.giveUpLost(store, OLD);
		expect(told.ends).toEqual(['end']);
		const lost = await started();
		await lost.underWay.giveUpLost(store, OLD);
		lost.over();
		expect(lost.ends).toEqual(['end']);
	});
});
