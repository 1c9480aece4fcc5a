import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { benchmarksPage } from './page.ts';
import type { Results } from './results.ts';

export const BENCHMARKS_PAGE = join(PROJECT_DIR, 'docs', 'benchmarks.md');

/** Makes docs/benchmarks.md from results files; a part that stands in several is taken from the last one. */
export async function writeDocs(files: readonly string[]): Promise<number> {
	const all = files.map(readResults);
	const parts = new Map(
		all
			.flatMap(({ parts: own, machine: { commit } }) => own.map((part) => ({ commit, ...part })))
			.map((part) => [part.name, part]),
	);
	const samples = Object.assign({}, ...all.map((one) => one.samples)) as Results['samples'];
	const last = all.at(-1) as Results;
	writeFileSync(BENCHMARKS_PAGE, benchmarksPage({ ...last, samples, parts: [...parts.values()] }));
	console.log(`docs/benchmarks.md is made from ${files.join(', ')}`);
	return 0;
}

function readResults(file: string): Results {
	try {
		const results = JSON.parse(readFileSync(file, 'utf8')) as Partial<Results>;
		if (Array.isArray(results.parts) && results.machine) return results as Results;
	} catch (error) {
		throw new CliError(`The results file ${file} cannot be read: ${(error as Error).message}`);
	}
	throw new CliError(`${file} is no results file of npm run bench; give the one it names in its last line.`);
}
