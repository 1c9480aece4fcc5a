import { asNow } from '../../../lib/store/database/now.ts';
import { builtEngine } from '../built-engine.ts';
import type { Bench } from '../bench.ts';
import { benchChatbot, SOURCE } from '../store/fill.ts';
import type { DatabaseKind } from '../store/database.ts';
import { percentile } from '../statistics.ts';
import {
	loadFromOutside,
	startIntake,
	startPlain,
	storeMaker,
	type Receiver,
	type StoreMaker,
} from './servers.ts';

const CONNECTIONS = 16;

/** The first message is so old. */
const SENT_FROM_MS = 3_600_000;

const NOTE = `${CONNECTIONS} connections, one update a delivery; against a server of 20 lines around the engine, one transaction a delivery`;

/** What the intake must take in at 16 connections, deliveries a second. */
const WANTED: Record<DatabaseKind, Record<'status' | 'message', number>> = {
	SQLite: { status: 3_000, message: 1_000 },
	Postgres: { status: 1_500, message: 600 },
};
const NAMES = { status: 'status deliveries', message: 'customer messages, recorded and planned' };

/** The intake by itself: what it takes in as fast as it answers, and how it answers at the rates of a number of WhatsApp. */
export async function benchIntake(bench: Bench): Promise<void> {
	for (const kind of ['SQLite', 'Postgres'] as const) {
		const stores = await storeMaker(kind);
		try {
			await measureBursts(bench, kind, stores);
			await measureSteady(bench, kind, stores);
		} finally {
			await stores.stop();
		}
	}
}

/** A receiver over a store of its own, with what was sent to it up to now. */
class Arm {
	private statuses = 0;
	private messages = 0;
	private readonly startMs = new Date().getTime() - SENT_FROM_MS;

	readonly receiver: Receiver;

	constructor(receiver: Receiver) {
		this.receiver = receiver;
	}

	async perSecond(kind: 'status' | 'message', count: number): Promise<number> {
		const { latencies, seconds } = await this.run({ burst: { kind, count } });
		return latencies.length / seconds;
	}

	async run(what: object) {
		const from = { statusFrom: this.statuses, messageFrom: this.messages, startMs: this.startMs };
		const result = await loadFromOutside({
			...{ url: this.receiver.url, connections: CONNECTIONS, ...from, ...what },
		});
		this.statuses += result.statuses;
		this.messages += result.messages;
		if (result.failed > 0) throw new Error(`${result.failed} deliveries were not answered 200`);
		return result;
	}
}

async function openArm(stores: StoreMaker, start: 'intake' | 'plain'): Promise<Arm> {
	const engine = builtEngine();
	const options = await stores.make();
	const store = await engine.openStore(options);
	// Before the messages that are sent: what came before a chatbot was switched on is not planned for.
	const activated = asNow(new Date(new Date().getTime() - 2 * SENT_FROM_MS));
	await store.registerChatbot(benchChatbot(engine), activated, SOURCE);
	await store.close();
	return new Arm(start === 'intake' ? await startIntake(options) : await startPlain(options, [SOURCE]));
}

async function measureBursts(bench: Bench, kind: DatabaseKind, stores: StoreMaker): Promise<void> {
	const arms = { ours: await openArm(stores, 'intake'), theirs: await openArm(stores, 'plain') };
	const count = (way: 'ours' | 'theirs', what: 'status' | 'message') =>
		bench.scaled((what === 'status' ? 3 : 1) * (way === 'ours' ? 4_000 : 1_000), 200);
	for (const what of ['message', 'status'] as const) {
		const rates: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
		for (const way of ['ours', 'theirs'] as const) await arms[way].perSecond(what, count(way, what));
		for (let run = 0; run < bench.size.runs; run++)
			for (const way of ['ours', 'theirs'] as const)
				rates[way].push(await arms[way].perSecond(what, count(way, what)));
		bench.compared(
			{
				...{ name: `${kind}: ${NAMES[what]} a second, own process`, unit: '1/s', note: NOTE },
				target: { atLeast: WANTED[kind][what], of: 'value' },
			},
			{ ...rates, over: 'ours' },
		);
	}
	await Promise.all(Object.values(arms).map(async ({ receiver }) => await receiver.child.stop()));
}

/** What Meta sends for one number: three times what goes out, and what comes in. */
const STEADY = [
	{
		name: 'an ordinary number',
		statuses: 240,
		messages: 80,
		p50: 20,
		late: 0.001,
		of: ['SQLite', 'Postgres'],
	},
	{
		name: 'one at the highest throughput',
		statuses: 3_000,
		messages: 300,
		p50: 250,
		late: 0.01,
		of: ['SQLite'],
	},
];
const STEADY_SECONDS = 60;
const LATE_MS = 1_000;

async function measureSteady(bench: Bench, kind: DatabaseKind, stores: StoreMaker): Promise<void> {
	for (const { name, statuses, messages, p50, late, of } of STEADY) {
		if (!of.includes(kind)) continue;
		const arm = await openArm(stores, 'intake');
		await arm.perSecond('message', bench.scaled(2_000, 200));
		const seconds = bench.scaled(STEADY_SECONDS, 5);
		const { latencies } = await arm.run({ steady: { statuses, messages, seconds }, connections: 64 });
		await arm.receiver.child.stop();
		const note = `${statuses} statuses and ${messages} messages a second for ${seconds} s, one update a delivery; all were answered 200`;
		const runs = latencies.length;
		bench.keep(`${kind}: answers of ${name}, ms`, latencies);
		bench.figure({
			...{
				name: `${kind}: answer to ${name}, p50`,
				value: percentile(latencies, 0.5),
				unit: 'ms',
				runs,
				note,
			},
			target: { atMost: p50, of: 'value' },
		});
		bench.figure({
			name: `${kind}: answer to ${name}, p99`,
			value: percentile(latencies, 0.99),
			unit: 'ms',
			runs,
			note,
		});
		bench.figure({
			...{ name: `${kind}: answers to ${name} above a second`, unit: '%', runs, note },
			...{ value: (100 * latencies.filter((ms) => ms > LATE_MS).length) / runs },
			target: { atMost: 100 * late, of: 'value' },
		});
	}
}
