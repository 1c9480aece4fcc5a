import { parseArgs } from 'node:util';
import { CliError } from '../../../harness/shared/cli-error.ts';

export interface QueueOptions {
	/** How many follow-ups come due within one minute. */
	followUps: number;
	/** How many customers write in the same minute, while a follow-up is pending for each of them. */
	replies: number;
	workers: number;
}

export const QUEUE_DEFAULTS: QueueOptions = { followUps: 2_000, replies: 500, workers: 2 };

const USAGE = `npm run test:queue -- [options]

  --follow-ups <n>   how many come due within one minute (default: ${QUEUE_DEFAULTS.followUps})
  --replies <n>      how many of those customers write in that minute (default: ${QUEUE_DEFAULTS.replies})
  --workers <n>      worker processes (default: ${QUEUE_DEFAULTS.workers})
  --help             show this`;

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readQueueOptions(args: string[]): QueueOptions | string {
	const text = (name: keyof QueueOptions) =>
		({ type: 'string', default: String(QUEUE_DEFAULTS[name]) }) as const;
	const { values } = parseArgs({
		args,
		options: {
			...{ 'follow-ups': text('followUps'), replies: text('replies'), workers: text('workers') },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (values.help) return USAGE;
	const options = {
		followUps: whole('--follow-ups', values['follow-ups'], 1),
		replies: whole('--replies', values.replies, 0),
		workers: whole('--workers', values.workers, 1),
	};
	if (options.replies > options.followUps)
		throw new CliError(
			`--replies is ${options.replies}; it must be at most the number of follow-ups, ${options.followUps}.`,
		);
	return options;
}

function whole(name: string, value: string, least: number): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < least)
		throw new CliError(`${name} is "${value}"; it must be a whole number, ${least} or more.`);
	return number;
}
