import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { availableParallelism, tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { PROJECT_DIR } from '../shared/project.ts';

export type Simulation = typeof import('../../test/simulation/index.ts');
export type Run = import('../../test/simulation/index.ts').Options & { without?: string };
export type Outcome = import('../../test/simulation/index.ts').Outcome;

/** More threads than cores would only wait for each other. */
const AT_ONCE = availableParallelism();

/** The engine is written for a bundler, so the simulation is bundled; then its runs go side by side in threads. */
export async function openRunner() {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-simulation-'));
	const source = join(PROJECT_DIR, 'test', 'simulation');
	await build({
		...{ entryPoints: [join(source, 'index.ts'), join(source, 'worker.ts')], outdir: folder },
		...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', external: ['pg-native'] },
		outExtension: { '.js': '.cjs' },
	});
	const simulation = createRequire(import.meta.url)(join(folder, 'index.cjs')) as Simulation;

	const runOne = async (workerData: Run): Promise<Outcome> =>
		await new Promise((resolve, reject) => {
			const worker = new Worker(join(folder, 'worker.cjs'), { workerData });
			worker.once('message', resolve).once('error', reject);
			worker.once('exit', (code) => reject(new Error(`A run ended with status ${code} and no outcome`)));
		});

	/** The outcomes in the order of the runs. */
	async function runAll(runs: readonly Run[]): Promise<Outcome[]> {
		const outcomes: Outcome[] = [];
		const queue = runs.entries();
		const lane = async (): Promise<void> => {
			for (const [place, run] of queue) outcomes[place] = await runOne(run);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, lane));
		return outcomes;
	}

	return { simulation, runAll, close: () => rmSync(folder, { recursive: true, force: true }) };
}
