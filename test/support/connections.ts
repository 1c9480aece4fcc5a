import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { Store, StoreOptions } from '../../lib/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** Opens the store, waits until all others have, then calls the method; a thread of its own, like another n8n process. */
const THREAD = `
const { parentPort, workerData: { bundle, options, method, calls, gate, expected } } = require('node:worker_threads');
const { openStore } = require(bundle);
const opened = new Int32Array(gate);
(async () => {
	const store = await openStore(options);
	Atomics.add(opened, 0, 1);
	Atomics.notify(opened, 0);
	for (let n; (n = Atomics.load(opened, 0)) < expected; ) Atomics.wait(opened, 0, n);
	const answers = [];
	for (const parameters of calls) answers.push(await store[method](...parameters));
	await store.close();
	parentPort.postMessage(answers);
})();
`;

type Method = 'ingest' | 'schedule' | 'claimDue' | 'beginSend' | 'recoverLeases' | 'claimMedia';

/**
 * Calls one method of the store over several connections at the same moment; `calls` holds, for each connection, the
 * parameters of the calls it makes one after the other. Answers per connection.
 */
export async function atOnce<M extends Method>(
	options: StoreOptions,
	method: M,
	calls: Parameters<Store[M]>[][],
): Promise<Awaited<ReturnType<Store[M]>>[][]> {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-connections-'));
	const bundle = join(folder, 'open-store.cjs');
	buildSync({
		entryPoints: [join(root, 'lib/store/open-store.ts')],
		...{ bundle: true, platform: 'node', format: 'cjs', outfile: bundle, external: ['pg-native'] },
	});
	const gate = new SharedArrayBuffer(4);
	try {
		return await Promise.all(
			calls.map(
				async (mine) =>
					await new Promise<Awaited<ReturnType<Store[M]>>[]>((resolve, reject) => {
						const workerData = { bundle, options, method, calls: mine, gate, expected: calls.length };
						const worker = new Worker(THREAD, { eval: true, workerData });
						worker.once('message', resolve);
						worker.once('error', reject);
					}),
			),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
