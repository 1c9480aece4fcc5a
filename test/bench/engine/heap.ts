import { join } from 'node:path';
import { runCommand } from '../../../harness/shared/child.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { bundle } from '../../simulation/program/bundle.ts';
import type { Bench } from '../bench.ts';

const ROUNDS = 5;
const DAYS = 30;
/** Each round is the life of so many new customers; only what the engine itself holds on to can remain after it. */
const SIMULATE = `
const { simulate } = require(process.argv[1]);
(async () => {
	for (let round = 0; round < ${ROUNDS}; round++) {
		await simulate({ conversations: Number(process.argv[2]), seed: Number(process.argv[3]) + round, days: ${DAYS} });
		global.gc();
		console.log('heap ' + process.memoryUsage().heapUsed);
	}
})();`;

/** What is left on the heap after whole simulations in one process, one after the other. */
export async function measureHeap(bench: Bench): Promise<void> {
	const file = join(temporaryFolder('bench-heap'), 'simulate.cjs');
	await bundle('simulate.ts', file);
	const conversations = bench.scaled(500, 50);
	const { code, log } = await runCommand({
		name: 'the simulation',
		command: process.execPath,
		args: ['--expose-gc', '-e', SIMULATE, file, String(conversations), String(bench.size.seed)],
		seconds: 600,
	});
	const heaps = log.lines
		.map((line) => /^heap (\d+)/.exec(line)?.[1])
		.filter(Boolean)
		.map(Number);
	if (code !== 0 || heaps.length !== ROUNDS)
		throw new CliError(`The simulation did not get through. ${log.last('It said')}`);
	const mebibytes = heaps.map((bytes) => bytes / 2 ** 20);
	bench.keep('heap after each simulation, MiB', mebibytes);
	const [first = NaN, last = NaN] = [mebibytes[0], mebibytes.at(-1)];
	bench.figure({
		...{ name: 'heap after simulations', value: last, against: first, ratio: last / first, unit: 'MiB' },
		...{
			runs: ROUNDS,
			note: `${ROUNDS} times ${conversations} customers over ${DAYS} days; against after the first`,
		},
	});
}
