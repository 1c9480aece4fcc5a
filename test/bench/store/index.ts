import type { Bench } from '../bench.ts';
import { builtEngine, type Engine } from '../built-engine.ts';
import type { Target } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { databaseMaker, type DatabaseKind, type DatabaseMaker } from './database.ts';
import { fill } from './fill.ts';
import { timeOperations, type Times } from './operations.ts';
import type { Took } from '../timed.ts';

const SIZES = [10_000, 100_000, 1_000_000];

interface Operation {
	name: string;
	note: string;
	/** Upper bounds in milliseconds for the largest size, and whether the growth of p50 is bounded. */
	p99?: number;
	bounded?: boolean;
}

const OPERATIONS: Record<string, Operation> = {
	claim: { name: 'claim of 100', note: 'everything is due, 10 accounts in turn', p99: 50, bounded: true },
	ingest: {
		name: 'ingest of a customer message',
		note: 'with the end of the pending follow-up and the plan of a new one',
		...{ p99: 20, bounded: true },
	},
	begin: { name: 'guarded send', note: 'the transition to sending, all rules asked' },
	finish: { name: "record of Meta's answer", note: 'with the message in the conversation' },
	'list pending': { name: 'first page of what is pending', note: '50 by due time' },
	'list overdue': { name: 'first page of what is overdue', note: '50 by due time' },
	'list of one customer': { name: 'follow-ups of one customer', note: 'of all states' },
};

/** The store with ten thousand, a hundred thousand and a million scheduled follow-ups, on both databases. */
export async function benchStore(bench: Bench): Promise<void> {
	const engine = builtEngine();
	for (const kind of ['SQLite', 'Postgres'] as const) {
		const maker = await databaseMaker(kind, engine);
		try {
			await measure(bench, kind, maker, engine);
		} finally {
			await maker.stop();
		}
	}
}

async function measure(
	bench: Bench,
	kind: DatabaseKind,
	maker: DatabaseMaker,
	engine: Engine,
): Promise<void> {
	const sizes = SIZES.map((size) => bench.scaled(size, 7_000));
	const bySize: Times[] = [];
	for (const size of sizes) {
		const database = await maker.open();
		try {
			const started = performance.now();
			await fill(database, engine, size, new Date());
			bench.say(
				`${kind}: ${size} follow-ups filled in ${((performance.now() - started) / 1000).toFixed(0)} s`,
			);
			bySize.push(await timeOperations(bench, database.store, size));
		} finally {
			await database.close();
		}
	}
	for (const [key, operation] of Object.entries(OPERATIONS)) {
		const took = bySize.map((times) => times[key] as Took);
		const name = `${kind}: ${operation.name}`;
		const walls = took.map(({ wall }) => wall);
		for (const [index, size] of sizes.entries())
			bench.keep(`${kind}, ${key} at ${size}, ms`, walls[index] ?? []);
		figuresOf(bench, name, operation, sizes, walls);
		// Postgres works in processes of its own, so its part would be missing.
		if (kind !== 'SQLite' || !operation.bounded) continue;
		const cpu = took.map((one) => one.cpu);
		figuresOf(bench, `${name}, processor time`, { ...operation, p99: undefined, bounded: false }, sizes, cpu);
	}
}

function figuresOf(
	bench: Bench,
	name: string,
	operation: Operation,
	sizes: number[],
	samples: number[][],
): void {
	const { note, p99, bounded } = operation;
	for (const [index, size] of sizes.entries()) {
		const times = samples[index] as number[];
		const isLargest = index === sizes.length - 1;
		const about = { unit: 'ms', runs: times.length, note };
		const target: Target | undefined = isLargest && p99 ? { atMost: p99, of: 'value' } : undefined;
		bench.figure({ ...about, name: `${name} at ${size}, p50`, value: percentile(times, 0.5) });
		bench.figure({ ...about, name: `${name} at ${size}, p99`, value: percentile(times, 0.99), target });
	}
	const [small, large] = [samples[0] as number[], samples.at(-1) as number[]];
	const [below, above] = [percentile(small, 0.5), percentile(large, 0.5)];
	bench.figure({
		name: `${name}, growth of p50 from ${sizes[0]} to ${sizes.at(-1)}`,
		...{ value: above, against: below, ratio: above / below, unit: 'ms', runs: large.length, note },
		...(bounded ? { target: { atMost: 2, of: 'ratio' } as const } : {}),
	});
}
