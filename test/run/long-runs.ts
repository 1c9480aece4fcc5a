import { crashClaims } from '../crash/crash.ts';
import { dashboardClaims } from '../e2e/dashboard.ts';
import { moveClaims } from '../e2e/move.ts';
import { queueClaims } from '../e2e/queue.ts';
import { templatesClaims } from '../e2e/templates.ts';
import { waitClaims } from '../e2e/wait.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import { claimsInN8n } from './claims.ts';
import type { Result } from './result.ts';

const POSTGRES = 'postgresql';
const CHROMIUM = 'chromium';
const REDIS = 'redis-server';

type Say = (step: string) => void;

/** Runs of a real n8n that take minutes, with the Debian packages that each needs. */
const RUNS: [title: string, needs: string[], play: (say: Say) => Promise<Claim[]>][] = [
	['dashboard in a real n8n', [CHROMIUM], dashboardClaims],
	['templates in a real n8n', [CHROMIUM], templatesClaims],
	['waiting runs in a real n8n', [], waitClaims],
	['moving from SQLite to Postgres', [POSTGRES], moveClaims],
	['crashes of n8n on SQLite', [], async (say) => await crashClaims(say, { store: 'sqlite' })],
	['crashes of n8n on Postgres', [POSTGRES], async (say) => await crashClaims(say, { store: 'postgres' })],
	[
		'crashes of n8n in queue mode',
		[POSTGRES, REDIS],
		async (say) => await crashClaims(say, { mode: 'queue', store: 'postgres' }),
	],
	[
		'rush hour in queue mode',
		[POSTGRES, REDIS],
		async (say) => await queueClaims(say, { followUps: 300, replies: 80 }),
	],
];

/**
 * The same as steps of `npm test`, half an hour in all: they run where everything is demanded, as in CI, and are named
 * elsewhere.
 */
export const LONG_RUNS = RUNS.map(([title, needs, play]): [string, () => Promise<Result>] => [
	title,
	async () => {
		if (process.env.TEST_EVERYTHING === '1') return await claimsInN8n(async ({ say }) => await play(say));
		const first = needs.length > 0 ? ` after "apt-get install ${needs.join(' ')}"` : '';
		console.log(`Left out, because it takes minutes. TEST_EVERYTHING=1 npm test runs it${first}.`);
		return { passed: 0, failed: 0 };
	},
]);
