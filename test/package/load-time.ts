import { join } from 'node:path';
import { execaSync } from 'execa';
import { PROJECT_DIR, readPackageJson } from '../../harness/shared/project.ts';
import type { Finding } from './package-content.ts';

const LIMIT_MS = 300;
const RUNS = 5;

/** n8n-workflow is loaded before the clock starts: in a running n8n it is there already. */
const MEASURE = `
require('n8n-workflow');
const start = performance.now();
for (const file of process.argv.slice(1)) for (const Type of Object.values(require(file))) new Type();
process.stdout.write(String(performance.now() - start));`;

/** How many milliseconds it takes to load every node and credential, each time in a new process. */
export function loadTimes(runs: number): number[] {
	const { nodes = [], credentials = [] } = readPackageJson().n8n ?? {};
	const paths = [...nodes, ...credentials].map((path) => join(PROJECT_DIR, path));
	if (paths.length === 0) throw new Error('package.json names no nodes under "n8n"');
	return Array.from({ length: runs }, () =>
		Number(execaSync(process.execPath, ['-e', MEASURE, ...paths], { cwd: PROJECT_DIR }).stdout),
	);
}

/** Compares the median of some of them with the limit. */
export function loadTime(): Finding {
	const name = `all nodes load within ${LIMIT_MS} ms`;
	let times: number[];
	try {
		times = loadTimes(RUNS);
	} catch (error) {
		return { name, problem: `they cannot be loaded: ${(error as Error).message}` };
	}
	const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Infinity;
	const note = `median of ${RUNS}: ${Math.round(median)} ms`;
	return median <= LIMIT_MS ? { name, note } : { name, problem: note };
}
