import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runProgram } from '../../harness/shared/command-line.ts';
import { whole } from '../../harness/shared/options.ts';
import { builtEngine } from '../bench/built-engine.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { tryBodies, type Outcome } from './try-bodies.ts';

const mebibytes = (bytes = NaN): string => (bytes / 2 ** 20).toFixed(1);

/** Nothing in this package may stop n8n for longer, in ms. */
const STAND_STILL_MS = 100;
/** The heap may be this much larger at the end than after a tenth of all. */
const GROWTH = 1.2;

const HOSTILE = {
	call: 'npm run hostile -- [options]',
	about:
		'Makes deliveries that Meta would never send out of those it does, and puts them through the parser, a store and the HTTP webhook of the intake. Needs the built package: npm run build.',
	options: {
		bodies: whole({ says: 'how many', stands: '<n>', fallback: 1_000_000, least: 10 }),
		seed: whole({ says: 'the same seed makes the same bodies', stands: '<n>', fallback: 1 }),
	},
};

await runProgram(HOSTILE, async ({ values }) => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const engine = builtEngine();
	const open = async () => {
		const folder = temporaryFolder('hostile');
		const options = { kind: 'sqlite', file: join(folder, 'store.sqlite') } as const;
		const store = await engine.openStore(options);
		const remove = async () => {
			await store.close();
			rmSync(folder, { recursive: true, force: true });
		};
		return { store, options, remove };
	};
	console.log(`seed ${values.seed}`);
	const progress = ({ heap, delivered, thrown }: Outcome) =>
		console.log(`${delivered} bodies: heap ${mebibytes(heap.at(-1))} MiB, thrown ${thrown.length}`);
	const outcome = await tryBodies(engine, { ...values, open, collect, progress });
	const { thrown, slowest, heap, ...counts } = outcome;
	for (const [what, count] of Object.entries(counts)) console.log(`${what}: ${count}`);
	for (const [what, { ms, body }] of Object.entries(slowest))
		console.log(`${what}: at most ${ms.toFixed(1)} ms of processor time (body ${body})`);
	const [early = NaN] = heap;
	const late = heap.at(-1) ?? NaN;
	console.log(`heap: ${mebibytes(early)} MiB early, ${mebibytes(late)} late`);
	for (const error of thrown) console.log(`THROWN ${error}`);
	const isSlow = Object.values(slowest).some(({ ms }) => ms > STAND_STILL_MS);
	return thrown.length > 0 || isSlow || late > early * GROWTH ? 1 : 0;
});
