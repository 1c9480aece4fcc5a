import { readCommandLine } from '../../harness/shared/command-line.ts';
import { choice, whole } from '../../harness/shared/options.ts';

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

const CRASH = {
	call: 'npm run test:crash -- [options]',
	options: {
		mode: choice(MODES, {
			fallback: CRASH_DEFAULTS.mode,
			says: "one n8n, or main, two workers and a webhook process; queue mode needs Debian's redis-server and postgresql, with --store sqlite all processes share the disk",
		}),
		kills: whole({
			...{ least: 0, fallback: CRASH_DEFAULTS.kills },
			says: 'how often n8n is killed, about 15 s each',
		}),
		'follow-ups': whole({
			...{ least: 1, fallback: CRASH_DEFAULTS.followUps },
			says: 'how many follow-ups are due',
		}),
		store: choice(STORES, {
			fallback: CRASH_DEFAULTS.store,
			says: "where they are kept; Postgres is Debian's, started for the run",
		}),
		seed: whole({ least: 0, fallback: CRASH_DEFAULTS.seed, says: 'other moments, other faults' }),
	},
};

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readCrashOptions(args: string[]): CrashOptions | string {
	const given = readCommandLine(CRASH, args);
	if (typeof given === 'string') return given;
	const { 'follow-ups': followUps, ...others } = given.values;
	return { ...others, followUps };
}
