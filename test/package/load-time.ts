import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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

/** Loads every node and credential in fresh processes and compares the median time with the limit. */
export function loadTime(): Finding {
	const name = `all nodes load within ${LIMIT_MS} ms`;
	const { nodes = [], credentials = [] } = readPackageJson().n8n ?? {};
	const paths = [...nodes, ...credentials].map((path) => join(PROJECT_DIR, path));
	if (paths.length === 0) return { name, problem: 'package.json names no nodes under "n8n"' };
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', MEASURE, ...paths], {
			cwd: PROJECT_DIR,
			encoding: 'utf8',
		});
		if (status !== 0) return { name, problem: `they cannot be loaded: ${stderr.trim()}` };
		times.push(Number(stdout));
	}
	const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Infinity;
	const note = `median of ${RUNS}: ${Math.round(median)} ms`;
	return median <= LIMIT_MS ? { name, note } : { name, problem: note };
}
