import { CliError } from '../../../harness/shared/cli-error.ts';
import { readCommandLine } from '../../../harness/shared/command-line.ts';
import { whole } from '../../../harness/shared/options.ts';

export interface QueueOptions {
	/** How many follow-ups come due within one minute. */
	followUps: number;
	/** How many customers write in the same minute, while a follow-up is pending for each of them. */
	replies: number;
	workers: number;
}

export const QUEUE_DEFAULTS: QueueOptions = { followUps: 2_000, replies: 500, workers: 2 };

const QUEUE = {
	call: 'npm run test:queue -- [options]',
	options: {
		'follow-ups': whole({
			...{ least: 1, fallback: QUEUE_DEFAULTS.followUps },
			says: 'how many come due within one minute',
		}),
		replies: whole({
			...{ least: 0, fallback: QUEUE_DEFAULTS.replies },
			says: 'how many of those customers write in that minute',
		}),
		workers: whole({ least: 1, fallback: QUEUE_DEFAULTS.workers, says: 'worker processes' }),
	},
};

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readQueueOptions(args: string[]): QueueOptions | string {
	const given = readCommandLine(QUEUE, args);
	if (typeof given === 'string') return given;
	const { 'follow-ups': followUps, replies, workers } = given.values;
	if (replies > followUps)
		throw new CliError(`--replies is ${replies}; it must be at most the number of follow-ups, ${followUps}.`);
	return { followUps, replies, workers };
}
