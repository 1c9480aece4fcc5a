import { crashChecks } from '../crash/crash.ts';
import { chatModelsChecks } from '../e2e/chat-models.ts';
import { attemptsChecks } from '../e2e/attempts.ts';
import { dashboardChecks } from '../e2e/dashboard.ts';
import { demoChecks } from '../e2e/demo.ts';
import { editorChecks } from '../e2e/editor.ts';
import { heardOnPhoneChecks } from '../e2e/heard-on-phone.ts';
import { voiceChecks } from '../e2e/voice.ts';
import { moveChecks } from '../e2e/move.ts';
import { ownerChecks } from '../e2e/owner.ts';
import { queueChecks } from '../e2e/queue.ts';
import { receiveOnChecks } from '../e2e/receive-on.ts';
import { templatesChecks } from '../e2e/templates.ts';
import { waitChecks } from '../e2e/wait.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { checksInN8n } from './checks-in-n8n.ts';
import type { Result } from './result.ts';

const POSTGRES = 'postgresql';
const CHROMIUM = 'chromium';
const REDIS = 'redis-server';
const OPENSSL = 'openssl';

type Log = (step: string) => void;

/** Runs of a real n8n that take minutes, with the Debian packages that each needs. */
const RUNS: [title: string, needs: string[], run: (log: Log) => Promise<Check[]>][] = [
	['dashboard in a real n8n', [CHROMIUM], dashboardChecks],
	['a shop owner with the dashboard alone', [CHROMIUM], ownerChecks],
	['building in the editor of a real n8n', [CHROMIUM], editorChecks],
	['templates in a real n8n', [CHROMIUM], templatesChecks],
	['the demo, alone and with n8n taking over', [CHROMIUM], demoChecks],
	['a business agent on the phone page', [CHROMIUM], heardOnPhoneChecks],
	['voice notes and pictures in a real n8n', [CHROMIUM], voiceChecks],
	['waiting runs in a real n8n', [], waitChecks],
	["n8n's own chat models in a real n8n", [OPENSSL], chatModelsChecks],
	['a busy n8n, repetitions and wrong wiring in a real n8n', [], attemptsChecks],
	['messages through restarts of n8n', [POSTGRES], async (log) => await receiveOnChecks(log)],
	['moving from SQLite to Postgres', [POSTGRES], moveChecks],
	['crashes of n8n on SQLite', [], async (log) => await crashChecks(log, { store: 'sqlite' })],
	['crashes of n8n on Postgres', [POSTGRES], async (log) => await crashChecks(log, { store: 'postgres' })],
	[
		'crashes of n8n in queue mode',
		[POSTGRES, REDIS],
		async (log) => await crashChecks(log, { mode: 'queue', store: 'postgres' }),
	],
	[
		'rush hour in queue mode',
		[POSTGRES, REDIS],
		async (log) => await queueChecks(log, { followUps: 300, replies: 80 }),
	],
];

/**
 * The same as steps of `npm test`, half an hour in all: they run where everything is demanded, as in CI, and are named
 * elsewhere.
 */
export const LONG_RUNS = RUNS.map(([title, needs, run]): [string, () => Promise<Result>] => [
	title,
	async () => {
		if (process.env.TEST_EVERYTHING === '1') return await checksInN8n(async ({ log }) => await run(log));
		const first = needs.length > 0 ? ` after "apt-get install ${needs.join(' ')}"` : '';
		console.log(`Left out, because it takes minutes. TEST_EVERYTHING=1 npm test runs it${first}.`);
		return { passed: 0, failed: 0 };
	},
]);
