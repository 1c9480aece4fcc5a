import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { availableParallelism, tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { LeftOut } from '../broken-rule.ts';
import { bundle } from './bundle.ts';

export type Simulation = typeof import('../index.ts');
export type Run = import('../index.ts').Options & { without?: string };
export type Outcome = import('../index.ts').Outcome;

/** More threads than cores would only wait for each other. */
const limit = pLimit(availableParallelism());

/** The simulation's runs go side by side in threads; with a rule off, what else enforces its law is off too. */
export async function openRunner() {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-simulation-'));
	const file = (name: string) => join(folder, `${name}.cjs`);
	await Promise.all([bundle('index.ts', file('index')), bundle('worker.ts', file('worker'))]);
	const simulation = createRequire(import.meta.url)(file('index')) as Simulation;
	const alsoOff = simulation.ALSO_OFF as Record<string, LeftOut | undefined>;
	for (const [rule, leftOut] of Object.entries(alsoOff)) await bundle('worker.ts', file(rule), leftOut);

	const runOne = async (workerData: Run): Promise<Outcome> =>
		await new Promise((resolve, reject) => {
			const { without = '' } = workerData;
			const worker = new Worker(file(alsoOff[without] ? without : 'worker'), { workerData });
			worker.once('message', resolve).once('error', reject);
			worker.once('exit', (code) => reject(new Error(`A run ended with status ${code} and no outcome`)));
		});

	/** The outcomes in the order of the runs. */
	const runAll = async (runs: readonly Run[]): Promise<Outcome[]> => await limit.map(runs, runOne);

	return { simulation, runAll, close: () => rmSync(folder, { recursive: true, force: true }) };
}
