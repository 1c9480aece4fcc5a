import { Chance } from '../simulation/chance.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import { hostileBody } from './mutate.ts';

export type Engine = typeof import('../../lib/index.ts');
export type Store = Awaited<ReturnType<Engine['openStore']>>;

/** What came of them. */
export interface Outcome {
	bodies: number;
	notJson: number;
	events: number;
	leftOut: number;
	/** Of events that were recorded, how many were new. */
	recorded: number;
	planned: number;
	/** What was thrown, each with the number of the body (counted from 0) under the seed. */
	thrown: string[];
	/** The most processor time that one body took, in ms. */
	slowest: { parsing: Slowest; recording: Slowest };
	/** Bytes on the heap after a tenth of them, and after all. */
	heap: { early: number; late: number };
}
export interface Slowest {
	ms: number;
	body: number;
}

export interface Trial {
	bodies: number;
	/** The same seed makes the same bodies. */
	seed: number;
	/** An empty store. */
	open(): Promise<{ store: Store; remove(): Promise<void> }>;
	/** Collects what is not needed any more from the heap. */
	collect?(): void;
}

/** After so many the store is a new one, or the file would have gigabytes. */
const BODIES_PER_STORE = 20_000;
const MOST_THROWN = 20;
/** Most of the fixtures were sent between these two, so follow-ups are planned for them. */
const REGISTERED = Date.parse('2025-02-10T23:00:00Z');
const STARTED = Date.parse('2025-02-11T00:00:00Z');
const SOURCE = { id: 'hostile', version: '1' };
const CHATBOT = {
	...{ id: 'hostile', stopCondition: 'When the customer confirms' },
	followUps: [
		{
			...{
				name: 'Reminder',
				delay: 4,
				delayUnit: 'hours' as const,
				description: 'When nothing is confirmed',
			},
			...{ messageSource: 'fixed' as const, message: 'Shall we?' },
		},
	],
};

/** Makes so many hostile deliveries of a seed and puts each through the parser and, with what it gives, into a store. */
export async function tryBodies(engine: Engine, { bodies, seed, open, collect }: Trial): Promise<Outcome> {
	const chance = new Chance(seed);
	const outcome: Outcome = {
		...{ bodies, notJson: 0, events: 0, leftOut: 0, recorded: 0, planned: 0, thrown: [] },
		slowest: { parsing: { ms: 0, body: -1 }, recording: { ms: 0, body: -1 } },
		heap: { early: NaN, late: NaN },
	};
	let opened: Awaited<ReturnType<Trial['open']>> | undefined;
	try {
		for (let body = 0; body < bodies; body++) {
			if (body % BODIES_PER_STORE === 0) {
				await opened?.remove();
				opened = await open();
				await warmUp(engine, opened.store);
			}
			const bytes = hostileBody(chance);
			try {
				await tryOne(engine, opened?.store as Store, { bytes, body, outcome });
			} catch (error) {
				if (outcome.thrown.length < MOST_THROWN)
					outcome.thrown.push(`body ${body}: ${(error as Error).stack ?? String(error)}`);
			}
			if (body + 1 === Math.ceil(bodies / 10)) outcome.heap.early = heapAfter(collect);
		}
		outcome.heap.late = heapAfter(collect);
	} finally {
		await opened?.remove();
	}
	return outcome;
}

async function tryOne(
	engine: Engine,
	store: Store,
	{ bytes, body, outcome }: { bytes: Buffer; body: number; outcome: Outcome },
): Promise<void> {
	let json: unknown;
	try {
		json = JSON.parse(bytes.toString('utf8'));
	} catch {
		outcome.notJson++;
		return;
	}
	const parsing = process.cpuUsage();
	const { events, ignored } = engine.parseWebhook(json);
	note(outcome.slowest.parsing, parsing, body);
	outcome.events += events.length;
	outcome.leftOut += ignored.length;
	if (events.length === 0) return;
	const recording = process.cpuUsage();
	const { events: fresh, planned } = await store.ingest(events, at(body), { planBy: [SOURCE] });
	note(outcome.slowest.recording, recording, body);
	outcome.recorded += fresh.length;
	outcome.planned += planned;
}

type Now = Awaited<ReturnType<Store['now']>>;
const at = (body: number) => new Date(STARTED + body) as Now;

/** What is compiled and prepared at the first use is no answer to a body. */
async function warmUp(engine: Engine, store: Store): Promise<void> {
	await store.registerChatbot(engine.parseChatbot(CHATBOT), new Date(REGISTERED) as Now, SOURCE);
	for (const { body } of FIXTURES)
		await store.ingest(engine.parseWebhook(body).events, at(0), { planBy: [SOURCE] });
}

function note(slowest: Slowest, since: NodeJS.CpuUsage, body: number): void {
	const { user, system } = process.cpuUsage(since);
	const ms = (user + system) / 1_000;
	if (ms > slowest.ms) Object.assign(slowest, { ms, body });
}

function heapAfter(collect: Trial['collect']): number {
	collect?.();
	return process.memoryUsage().heapUsed;
}
