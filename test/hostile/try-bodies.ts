import { Chance } from '../simulation/chance.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import type { StoreOptions } from '../../lib/index.ts';
import { openHttpFace, type HttpFace } from './http-face.ts';
import { hostileBody } from './mutate.ts';
import { StretchWatch } from './stretch.ts';

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
	/** Bodies that were delivered to the webhook over HTTP, and requests that were no deliveries. */
	delivered: number;
	disturbed: number;
	/** What was thrown, each with the number of the body (counted from 0) under the seed. */
	thrown: string[];
	/** The most processor time of one body, in ms: to parse it, and for how long it kept the event loop at a stretch. */
	slowest: { parsing: Slowest; stretch: Slowest };
	/** Bytes on the heap after a tenth of them, and after each further one. */
	heap: number[];
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
	open(): Promise<{ store: Store; options: StoreOptions; remove(): Promise<void> }>;
	/** Collects what is not needed any more from the heap. */
	collect?(): void;
	/** Told after each tenth. */
	progress?(outcome: Outcome): void;
}

/** After so many the store is a new one, or the file would have gigabytes. */
const BODIES_PER_STORE = 20_000;
const MOST_THROWN = 20;
/** Of requests that are no deliveries; each asks for the health of the server besides. */
const DISTURBED = 0.02;
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
export async function tryBodies(
	engine: Engine,
	{ bodies, seed, open, collect, progress }: Trial,
): Promise<Outcome> {
	const chance = new Chance(seed);
	// Of its own, so that the same seed makes the same bodies whatever is done with them.
	const disturbance = new Chance(seed + 1);
	const outcome: Outcome = {
		...{ bodies, notJson: 0, events: 0, leftOut: 0, recorded: 0, planned: 0, delivered: 0, disturbed: 0 },
		...{ thrown: [], heap: [] },
		slowest: {
			parsing: { ms: 0, body: -1 },
			stretch: { ms: 0, body: -1 },
		},
	};
	const tenth = Math.ceil(bodies / 10);
	let opened: Awaited<ReturnType<Trial['open']>> | undefined;
	let face: HttpFace | undefined;
	const watch = new StretchWatch();
	try {
		for (let body = 0; body < bodies; body++) {
			if (body % BODIES_PER_STORE === 0) {
				await face?.close();
				await opened?.remove();
				opened = await open();
				face = await openHttpFace(engine, opened.options);
				await warmUp(engine, opened.store, face);
			}
			const bytes = hostileBody(chance);
			watch.take();
			const one = { bytes, body, outcome };
			try {
				// What one of them recorded the other has seen; so they take turns.
				if (body % 2 === 0) await tryOne(engine, opened?.store as Store, one);
				await tryHttp(face as HttpFace, one);
				if (body % 2 === 1) await tryOne(engine, opened?.store as Store, one);
				if (disturbance.happens(DISTURBED)) {
					await face?.disturb(disturbance, bytes);
					outcome.disturbed++;
				}
			} catch (error) {
				if (outcome.thrown.length < MOST_THROWN)
					outcome.thrown.push(`body ${body}: ${(error as Error).stack ?? String(error)}`);
			}
			note(outcome.slowest.stretch, watch.take(), body);
			if ((body + 1) % tenth === 0 || body + 1 === bodies) {
				outcome.heap.push(heapAfter(collect));
				progress?.(outcome);
			}
		}
	} finally {
		watch.end();
		await face?.close();
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
	const parsing = process.threadCpuUsage();
	const { events, ignored } = engine.parseWebhook(json);
	const { user, system } = process.threadCpuUsage(parsing);
	note(outcome.slowest.parsing, (user + system) / 1_000, body);
	outcome.events += events.length;
	outcome.leftOut += ignored.length;
	if (events.length === 0) return;
	const { events: fresh, planned } = await store.ingest(events, at(body), { planBy: [SOURCE] });
	outcome.recorded += fresh.length;
	outcome.planned += planned;
}

async function tryHttp(
	face: HttpFace,
	{ bytes, outcome }: { bytes: Buffer; outcome: Outcome },
): Promise<void> {
	await face.deliver(bytes);
	outcome.delivered++;
}

type Now = Awaited<ReturnType<Store['now']>>;
const at = (body: number) => new Date(STARTED + body) as Now;

/** What is compiled and prepared at the first use is no answer to a body. */
async function warmUp(engine: Engine, store: Store, face: HttpFace): Promise<void> {
	await store.registerChatbot(engine.parseChatbot(CHATBOT), new Date(REGISTERED) as Now, SOURCE);
	for (const { body } of FIXTURES)
		await store.ingest(engine.parseWebhook(body).events, at(0), { planBy: [SOURCE] });
	for (const { body } of FIXTURES) await face.deliver(Buffer.from(JSON.stringify(body)));
}

function note(slowest: Slowest, ms: number, body: number): void {
	if (ms > slowest.ms) Object.assign(slowest, { ms, body });
}

function heapAfter(collect: Trial['collect']): number {
	collect?.();
	return process.memoryUsage().heapUsed;
}
