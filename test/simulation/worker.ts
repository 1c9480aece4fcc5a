import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from './simulate.ts';

/** One run in a thread of its own. */
void simulate(workerData as Parameters<typeof simulate>[0]).then((outcome) =>
	parentPort?.postMessage(outcome),
);
