import { setTimeout as sleep } from 'node:timers/promises';
import { isDate } from 'node:util/types';
import type { DatabaseClock } from './database/clock.ts';
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
 * Makes a store fit for many processes: the database's clock stands in for the caller's, and a transaction that collided
 * with another is done again. Every method of a store is one transaction, so doing it again does nothing twice.
 */
export function forManyProcesses(store: Store, clock: DatabaseClock): Store {
	const methods = Object.entries(store) as [string, Method][];
	const wrapped = methods.map(([name, method]): [string, Method] =>
		name === 'close'
			? [name, method]
			: [
					name,
					async (...args) => {
						const correct = args.some(carriesTime) ? await clock.correction() : undefined;
						return await retryOnConflict(
							async () => await method(...(correct ? corrected(args, correct) : args)),
						);
					},
				],
	);
	return Object.fromEntries(wrapped) as unknown as Store;
}

/** Instants read from the caller's clock: the last argument, or these properties of an options object. */
const READ_FROM_CLOCK = ['now', 'retryAt', 'at', 'dueBefore'] as const;

function carriesTime(arg: unknown): boolean {
	return isDate(arg) || READ_FROM_CLOCK.some((name) => isDate(property(arg, name)));
}

function corrected(args: unknown[], correct: (instant: Date) => Date): unknown[] {
	return args.map((arg) => {
		if (isDate(arg)) return correct(arg);
		const times = READ_FROM_CLOCK.flatMap((name) => {
			const instant = property(arg, name);
			return isDate(instant) ? [[name, correct(instant)]] : [];
		});
		return times.length === 0 ? arg : { ...(arg as object), ...(Object.fromEntries(times) as object) };
	});
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
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
