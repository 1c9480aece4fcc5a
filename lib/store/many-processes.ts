import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from './store.ts';

const TRIES = 6;
const JITTER_MS = 100;
/**
 * The transaction was rolled back because of another one at the same moment: a deadlock, a failed serialisation, or a row
 * that the other one inserted first (PostgreSQL 15, appendix A). Done again, it sees what the other one did.
 */
const COLLISIONS = new Set(['40P01', '40001', '23505']);

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * Makes a store fit for many processes: a transaction that collided with another is done again. Every method of a store is
 * one transaction, so doing it again does nothing twice.
 */
export function forManyProcesses(store: Store): Store {
	const methods = Object.entries(store) as [string, Method][];
	const wrapped = methods.map(([name, method]): [string, Method] => [
		name,
		name === 'close' ? method : async (...args) => await retryOnConflict(async () => await method(...args)),
	]);
	return Object.fromEntries(wrapped) as unknown as Store;
}

/** Of two that collided, not both come back at the same instant. */
async function jitter(): Promise<void> {
	await sleep(Math.random() * JITTER_MS);
}

async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
	for (let left = TRIES - 1; ; left--) {
		try {
			return await work();
		} catch (error) {
			if (left === 0 || !COLLISIONS.has((error as { code?: string }).code ?? '')) throw error;
			await jitter();
		}
	}
}
