import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from './cli-error.ts';
import { spoken } from './time.ts';

interface Waiting<T> {
	/** Completes the sentence "waited 10 s for …". */
	what: string;
	seconds: number;
	everyMs?: number;
	/** Gives the awaited thing, or undefined as long as it is not there. */
	probe: () => T | undefined | Promise<T | undefined>;
	/** What a person needs to see when it does not come, e.g. the last log lines. */
	details?: () => string;
}

/** Asks again and again until there is an answer; gives up, with the details, when the time is over. */
export async function waitUntil<T>({ what, seconds, everyMs = 200, probe, details }: Waiting<T>): Promise<T> {
	const end = performance.now() + seconds * 1000;
	for (;;) {
		const found = await probe();
		if (found !== undefined) return found;
		if (performance.now() >= end) {
			throw new CliError(
				[`Waited ${spoken(seconds * 1000)} for ${what}, in vain.`, details?.()].filter(Boolean).join('\n'),
			);
		}
		await sleep(everyMs);
	}
}
