import { parseArgs } from 'node:util';
import { CliError } from '../../harness/shared/cli-error.ts';

export const STORES = ['sqlite', 'postgres'] as const;
export type StoreKind = (typeof STORES)[number];

export const MODES = ['regular', 'queue'] as const;
export type Mode = (typeof MODES)[number];

export interface CrashOptions {
	/** One n8n, or n8n in queue mode: main, two workers and a webhook process. */
	mode: Mode;
	/** How often n8n, or in queue mode one of its processes, is killed. */
	kills: number;
	/** How many follow-ups are due when it begins. */
	followUps: number;
	store: StoreKind;
	/** Brings the moments of the kills and the held answers back; what n8n does meanwhile is its own. */
	seed: number;
}

export const CRASH_DEFAULTS: CrashOptions = {
	mode: 'regular',
	kills: 10,
	followUps: 60,
	store: 'sqlite',
	seed: 1,
};

const USAGE = `npm run test:crash -- [options]

  --mode regular|queue      one n8n, or main, two workers and a webhook process (default: ${CRASH_DEFAULTS.mode}); queue mode
                            needs Debian's redis-server and postgresql, with --store sqlite all processes share the disk
  --kills <n>               how often n8n is killed (default: ${CRASH_DEFAULTS.kills}; about 15 s each)
  --follow-ups <n>          how many follow-ups are due (default: ${CRASH_DEFAULTS.followUps})
  --store sqlite|postgres   where they are kept (default: ${CRASH_DEFAULTS.store}); Postgres is Debian's, started for the run
  --seed <n>                other moments, other faults (default: ${CRASH_DEFAULTS.seed})
  --help                    show this`;

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readCrashOptions(args: string[]): CrashOptions | string {
	const values = parsed(args);
	if (values.help) return USAGE;
	const store = STORES.find((kind) => kind === values.store);
	if (!store) throw new CliError(`--store is "${values.store}"; it must be ${STORES.join(' or ')}.`);
	const mode = MODES.find((one) => one === values.mode);
	if (!mode) throw new CliError(`--mode is "${values.mode}"; it must be ${MODES.join(' or ')}.`);
	return {
		...{ mode, store },
		kills: whole('--kills', values.kills, 0),
		followUps: whole('--follow-ups', values['follow-ups'], 1),
		seed: whole('--seed', values.seed, 0),
	};
}

function whole(name: string, value: string, least: number): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < least)
		throw new CliError(`${name} is "${value}"; it must be a whole number, ${least} or more.`);
	return number;
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				mode: { type: 'string', default: CRASH_DEFAULTS.mode },
				kills: { type: 'string', default: String(CRASH_DEFAULTS.kills) },
				'follow-ups': { type: 'string', default: String(CRASH_DEFAULTS.followUps) },
				store: { type: 'string', default: CRASH_DEFAULTS.store },
				seed: { type: 'string', default: String(CRASH_DEFAULTS.seed) },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new CliError(`${(error as Error).message}\n\n${USAGE}`);
	}
}
