import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { startLlama } from './llama/index.ts';
import { readOptions } from './program/options.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { CliError } from '../../harness/shared/cli-error.ts';
import { runWith } from '../../harness/shared/command-line.ts';

/** A model on a processor takes its time. */
const PATIENCE_MS = 30 * 60_000;

/**
 * How well a model decides: asks it about the labelled conversations of test/eval and prints how many it got right, what
 * would have gone out wrongly, and what it cost.
 */
await runWith(readOptions, async (options) => {
	const evaluation = await load();
	const cases = [...evaluation.CASES, ...evaluation.moreCases(options.more)].filter(({ id }) =>
		id.includes(options.only),
	);
	if (cases.length === 0) throw new CliError(`No case has an ID that contains "${options.only}".`);
	const isLocal = 'gguf' in options.source;
	const { baseUrl, model } =
		'gguf' in options.source ? await startLlama(options.source.gguf) : options.source;
	const out = resolve(options.out);
	const keep = (answers: object[], summary?: object) =>
		writeFileSync(out, `${JSON.stringify({ baseUrl, model, summary, answers }, null, '\t')}\n`);
	const { apiKey, temperature } = options;
	const source = evaluation.openAiModel({
		...{ baseUrl, apiKey, model },
		...(isLocal ? { timeoutMs: PATIENCE_MS, maxRetries: 0 } : {}),
		...(temperature === undefined ? {} : { temperature }),
	});
	const concurrency = isLocal ? 1 : options.concurrency;
	const soFar: object[] = [];
	// A local model takes hours: what it has answered is kept as it comes.
	const onAnswered = (one: object) => keep((soFar.push(one), soFar));
	const answered = await ask(evaluation, source, cases, { concurrency, onAnswered });
	const summary = evaluation.summaryOf(answered, options.prices);
	keep(answered, summary);
	console.log(`${cases.length} conversations, ${model} at ${baseUrl}\n`);
	console.log(evaluation.printable(summary, answered));
	console.log(`\nEvery answer: ${out}`);
	return 0;
});

type Evaluation = typeof import('./index.ts');
type Ask = Evaluation['evaluateModel'];

async function ask(evaluation: Evaluation, ...given: Parameters<Ask>): ReturnType<Ask> {
	try {
		return await evaluation.evaluateModel(...given);
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
