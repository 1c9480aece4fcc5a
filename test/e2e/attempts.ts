import { whole } from '../../harness/shared/options.ts';
import { Steps } from '../../harness/shared/steps.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { busy } from './attempts/busy.ts';
import { errorsStayErrors } from './attempts/errors.ts';
import { setUpFixture, type Fixture } from './attempts/fixture.ts';
import { retriedFromTheList, retryOnFail } from './attempts/repeated.ts';
import { wiring } from './attempts/wiring.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Without a place for so long; several leases. */
const MINUTES = 4;

/** Checks in a real n8n that what is repeated, delayed, wired wrong or failing sends nothing twice and loses nothing. */
export async function attemptsChecks(
	log: (step: string) => void = console.log,
	{ minutes = MINUTES, only }: { minutes?: number; only?: string } = {},
): Promise<Check[]> {
	const scenarios: Record<string, (fixture: Fixture) => Promise<Check>> = {
		errors: errorsStayErrors,
		retryOnFail,
		retriedFromTheList,
		busy: async (fixture) => await busy(fixture, minutes, log),
		wiring,
	};
	const chosen = Object.entries(scenarios).filter(([name]) => only === undefined || only === name);
	return await runAll(await setUpFixture(log), Object.fromEntries(chosen), log);
}

// Run by itself: node test/e2e/attempts.ts [scenario] [--minutes 15]
await runByItself(
	import.meta.filename,
	async ({ values, words: [only] }) =>
		await attemptsChecks(new Steps().log, {
			...(only === undefined ? {} : { only }),
			minutes: values.minutes,
		}),
	{
		options: { minutes: whole({ says: 'how long the busy n8n has no place', fallback: MINUTES, least: 1 }) },
		words: { name: 'scenario', says: 'one of errors, retryOnFail, retriedFromTheList, busy, wiring' },
	},
);
