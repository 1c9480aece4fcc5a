import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { readOptions, type EvalOptions } from './program/options.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { CliError } from '../../harness/shared/cli-error.ts';
import { runWith } from '../../harness/shared/command-line.ts';

/**
 * How well a model decides: asks it about the labelled conversations of test/eval and prints how many it got right, what
 * would have gone out wrongly, and what it cost.
 */
await runWith(readOptions, async (options) => {
	const evaluation = await load();
	const cases = evaluation.CASES.filter(({ id }) => id.includes(options.only));
	if (cases.length === 0) throw new CliError(`No case has an ID that contains "${options.only}".`);
	const answered = await ask(evaluation, options, cases);
	const summary = evaluation.summaryOf(answered, options.prices);
	const out = resolve(options.out);
	const { baseUrl, model } = options;
	writeFileSync(out, `${JSON.stringify({ baseUrl, model, summary, answers: answered }, null, '\t')}\n`);
	console.log(`${cases.length} conversations, ${model} at ${baseUrl}\n`);
	console.log(evaluation.printable(summary, answered));
	console.log(`\nEvery answer: ${out}`);
	return 0;
});

type Evaluation = typeof import('./index.ts');

async function ask(evaluation: Evaluation, options: EvalOptions, cases: Evaluation['CASES']) {
	const { baseUrl, apiKey, model, temperature, concurrency } = options;
	const source = evaluation.openAiModel({
		...{ baseUrl, apiKey, model },
		...(temperature === undefined ? {} : { temperature }),
	});
	try {
		return await evaluation.evaluateModel(source, cases, { concurrency });
	} catch (error) {
		if (!(error instanceof evaluation.ModelConfigurationError)) throw error;
		throw new CliError(`${error.message}. Check --base-url, --model and --api-key.`);
	}
}

/** The engine is written for a bundler, so it is bundled before it runs here. */
async function load(): Promise<Evaluation> {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-eval-'));
	const outfile = join(folder, 'eval.cjs');
	try {
		await build({
			...{ entryPoints: [join(PROJECT_DIR, 'test', 'eval', 'index.ts')], outfile },
			...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', external: ['pg-native'] },
		});
		return createRequire(import.meta.url)(outfile) as Evaluation;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
