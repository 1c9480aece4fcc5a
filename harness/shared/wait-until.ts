import pWaitFor from 'p-wait-for';
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
	const condition = async () => {
		const found = await probe();
		return found === undefined ? false : pWaitFor.resolveWith(found);
	};
	const inVain = (): never => {
		throw new CliError(
			[`Waited ${spoken(seconds * 1000)} for ${what}, in vain.`, details?.()].filter(Boolean).join('\n'),
		);
	};
	const timeout = { milliseconds: seconds * 1000, fallback: inVain };
	return await pWaitFor<T>(condition, { interval: everyMs, timeout });
}
