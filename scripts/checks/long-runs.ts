import { crashClaims } from '../../test/crash/crash.ts';
import { moveClaims } from '../../test/e2e/move.ts';
import { queueClaims } from '../../test/e2e/queue.ts';
import { waitClaims } from '../../test/e2e/wait.ts';
import debianTools from '../../test/support/debian-tools.js';
import type { Claim } from '../smoke/claims.ts';
import { claimsInN8n } from './claims.ts';
import type { Result } from './result.ts';

const { leftOut } = debianTools as { leftOut: string[] };
const POSTGRES = 'postgresql';
const REDIS = 'redis-server';

type Say = (step: string) => void;

/** Runs of a real n8n that take minutes, with the Debian packages that each needs. */
const RUNS: [title: string, needs: string[], play: (say: Say) => Promise<Claim[]>][] = [
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

/** The same as steps of `npm test`. What needs a package that is neither installed nor demanded is left out by name. */
export const LONG_RUNS = RUNS.map(([title, needs, play]): [string, () => Promise<Result>] => [
	title,
	async () => {
		const missing = needs.filter((name) => leftOut.includes(name));
		if (missing.length === 0) return await claimsInN8n(async ({ say }) => await play(say));
		console.log(`Left out: it needs ${missing.join(' and ')} (apt-get install ${missing.join(' ')}).`);
		return { passed: 0, failed: 0 };
	},
]);
