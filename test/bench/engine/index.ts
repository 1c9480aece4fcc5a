import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_DIR, readPackageJson } from '../../../harness/shared/project.ts';
import type { Bench } from '../bench.ts';
import { builtEngine } from '../built-engine.ts';
import { median } from '../statistics.ts';
import { measureDeliveries } from './deliveries.ts';
import { measureChecks } from './checks.ts';
import { measureHeap } from './heap.ts';
import { measurePlanAndDecide } from './plan-and-decide.ts';

/** n8n-workflow is loaded before the clock starts: in a running n8n it is there already. */
const LOAD = `
require('n8n-workflow');
const start = performance.now();
for (const file of process.argv.slice(1)) for (const Type of Object.values(require(file))) new Type();
process.stdout.write(String(performance.now() - start));`;

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
	const { nodes = [], credentials = [] } = readPackageJson().n8n ?? {};
	const paths = [...nodes, ...credentials].map((path) => join(PROJECT_DIR, path));
	const took = Array.from({ length: bench.size.runs }, () => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', LOAD, ...paths], {
			...{ cwd: PROJECT_DIR, encoding: 'utf8' as const },
		});
		if (status !== 0) throw new Error(`The nodes cannot be loaded: ${stderr.trim()}`);
		return Number(stdout);
	});
	bench.keep('load time, ms', took);
	bench.figure({
		...{ name: 'load time of all nodes', value: median(took), unit: 'ms', runs: took.length },
		...{ target: { atMost: 300, of: 'value' } as const, note: 'each time in a new process' },
	});
}
