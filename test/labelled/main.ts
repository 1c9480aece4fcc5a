import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { runProgram } from '../../harness/shared/command-line.ts';

type Labelled = typeof import('./index.ts');
type Score = import('./index.ts').Score;

const CHECKS = {
	call: 'npm run eval:checks',
	about:
		'How well the checks tell what nobody stated and what is in the wrong language, on the labelled texts of test/labelled. What was judged wrongly is shown for the development part only: whoever tunes on the other parts has nothing left to judge by.',
	options: {},
};

await runProgram(CHECKS, async () => {
	const { PARTS, scoreFacts, scoreLanguages } = await load();
	for (const [title, scoresOf] of [
		['Facts: is a text held back that states what nobody said?', scoreFacts],
		[
			'Language: is a text held back that is in another one than the customer’s only, short message?',
			scoreLanguages,
		],
	] as const) {
		console.log(`\n${title}`);
		for (const part of PARTS) {
			const scores = scoresOf(part);
			for (const score of scores) console.log(lineOf(score));
			if (part === 'development')
				for (const mistake of scores.flatMap(({ mistakes }) => mistakes)) console.log(`    ${mistake}`);
		}
	}
	return 0;
});

function lineOf({ part, of, missed, wrong, falseAlarms, right }: Score): string {
	const share = (some: number, all: number) => `${some} of ${all} (${((100 * some) / all).toFixed(1)} %)`;
	return `  ${part}, ${of}: missed ${share(missed, wrong)}, false alarms ${share(falseAlarms, right)}`;
}

/** The engine is written for a bundler, so it is bundled before it runs here. */
async function load(): Promise<Labelled> {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-labelled-'));
	const outfile = join(folder, 'labelled.cjs');
	try {
		await build({
			...{ entryPoints: [join(PROJECT_DIR, 'test', 'labelled', 'index.ts')], outfile },
			...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', external: ['pg-native'] },
		});
		return createRequire(import.meta.url)(outfile) as Labelled;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
