import type { Bench } from '../bench.ts';
import { builtEngine, type Engine } from '../built-engine.ts';
import type { Target } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { databaseMaker, type DatabaseKind, type DatabaseMaker } from './database.ts';
import { CLAIMS, claimsAt } from './claims.ts';
import { PAGES, timeDashboard } from './dashboard.ts';
import { timeOperations, type Times } from './operations.ts';
import type { Took } from '../timed.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Fewer than this do not last for the claims and the sends of one database. */
const SMALLEST = 7_000;
const WARM_UP_CLAIMS = 30;

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
	'list of one customer': { name: 'follow-ups of one customer', note: 'those that are scheduled' },
	...Object.fromEntries(Object.entries(PAGES).map(([name, note]) => [name, { name, note }])),
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
	const sizes = SIZES.map((size) => bench.scaled(size, SMALLEST));
	const timesAt = async (size: number, wanted: number): Promise<Times> => {
		const { database, claim, due } = await claimsAt(bench, kind, maker, engine, { size, wanted });
		try {
			const operations = await timeOperations(bench, database.store, size, due);
			return { claim, ...operations, ...(await timeDashboard(bench, engine, database.store, size)) };
		} finally {
			await database.close();
		}
	};
	// Not kept: what comes first runs in code that is not compiled yet. At 7,000 a claim took 21 ms then and 12 ms after it, and
	// the growth from the smallest size, which comes first, would look better than it is.
	await timesAt(SMALLEST, WARM_UP_CLAIMS);
	const bySize: Times[] = [];
	for (const size of sizes) bySize.push(await timesAt(size, bench.scaled(CLAIMS, 10)));
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
