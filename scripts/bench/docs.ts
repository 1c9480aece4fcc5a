import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../shared/project.ts';
import { Trouble } from '../shared/trouble.ts';
import { benchmarksPage } from './page.ts';
import type { Results } from './results.ts';

export const BENCHMARKS_PAGE = join(PROJECT_DIR, 'docs', 'benchmarks.md');

/** Makes docs/benchmarks.md from a results file. */
export async function writeDocs(file: string): Promise<number> {
	writeFileSync(BENCHMARKS_PAGE, benchmarksPage(readResults(file)));
	console.log(`docs/benchmarks.md is made from ${file}`);
	return 0;
}

function readResults(file: string): Results {
	try {
		const results = JSON.parse(readFileSync(file, 'utf8')) as Partial<Results>;
		if (Array.isArray(results.parts) && results.machine && results.size) return results as Results;
	} catch (error) {
		throw new Trouble(`The results file ${file} cannot be read: ${(error as Error).message}`);
	}
	throw new Trouble(`${file} is no results file of npm run bench; give the one it names in its last line.`);
}
