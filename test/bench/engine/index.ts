import { loadTimes } from '../../package/load-time.ts';
import type { Bench } from '../bench.ts';
import { builtEngine } from '../built-engine.ts';
import { median } from '../statistics.ts';
import { measureDeliveries } from './deliveries.ts';
import { measureChecks } from './checks.ts';
import { measureHeap } from './heap.ts';
import { measurePlanAndDecide } from './plan-and-decide.ts';

/** The engine by itself, without n8n. */
export async function benchEngine(bench: Bench): Promise<void> {
	const engine = builtEngine();
	await measurePlanAndDecide(bench, engine);
	await measureDeliveries(bench, engine);
	await measureChecks(bench, engine);
	measureLoadTime(bench);
	await measureHeap(bench);
}

function measureLoadTime(bench: Bench): void {
	const took = loadTimes(bench.size.runs);
	bench.keep('load time, ms', took);
	bench.figure({
		...{ name: 'load time of all nodes', value: median(took), unit: 'ms', runs: took.length },
		...{ target: { atMost: 300, of: 'value' } as const, note: 'each time in a new process' },
	});
}
