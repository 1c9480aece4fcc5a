import { mkdtempSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from '../bench.ts';
import { benchEngine } from '../engine/index.ts';
import { benchConversations, benchLateness, benchTriggers } from '../n8n/index.ts';
import { benchIntake } from '../intake/index.ts';
import { benchStore } from '../store/index.ts';
import { build } from '../../../harness/shared/build.ts';
import { Steps } from '../../../harness/shared/steps.ts';
import { thisMachine } from './machine.ts';
import type { BenchOptions, PartName } from './options.ts';
import type { Results } from './results.ts';
import { table } from './table.ts';

const RUN: Record<PartName, (bench: Bench) => Promise<void>> = {
	engine: benchEngine,
	store: benchStore,
	intake: benchIntake,
	triggers: benchTriggers,
	conversations: benchConversations,
	lateness: benchLateness,
};

/** Measures the chosen parts, prints tables and one line of JSON per figure, and keeps everything in a file. */
export async function runBench({ parts, scale, runs, seed, out }: BenchOptions): Promise<number> {
	const steps = new Steps();
	const machine = thisMachine();
	const size = { scale, runs, seed };
	steps.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ${JSON.stringify(size)}`);
	steps.log('building the package');
	await build();
	const results: Results = { parts: [], machine, samples: {} };
	const file = out ?? join(mkdtempSync(join(tmpdir(), 'meta-followup-bench-')), 'results.json');
	for (const name of parts) {
		const bench = new Bench(size, steps.log);
		const loadBefore = loadavg()[0] ?? 0;
		const startedAt = new Date().toISOString();
		const started = performance.now();
		steps.log(`== ${name}`);
		await RUN[name](bench);
		const seconds = Math.round((performance.now() - started) / 1000);
		results.parts.push({ name, startedAt, seconds, loadBefore, figures: bench.figures, size });
		Object.assign(results.samples, bench.samples);
		// After each part: a later one that breaks off must not take the earlier ones with it.
		writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	}
	const figures = results.parts.flatMap((part) => part.figures);
	console.log(`\n${table(figures)}\n`);
	for (const figure of figures) console.log(JSON.stringify(figure));
	const missed = figures.filter((figure) => figure.missed).length;
	steps.log(`${figures.length} figures, ${missed} missed; raw samples in ${file}`);
	return missed;
}
