import { Steps } from '../../harness/shared/steps.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { onFixture, runByItself, logCheck } from './run-checks.ts';
import { checksOf } from './wait/checks.ts';
import { runScenario } from './wait/scenario.ts';
import { setUpFixture } from './wait/fixture.ts';

/** Checks Follow-Up Schedule in Wait mode, in a real n8n that is started anew while runs wait. */
export async function waitChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	const fixture = await setUpFixture(log);
	return await onFixture({ lastLines: () => fixture.n8n().lastLines(), stop: fixture.stop }, async () => {
		const checks = await checksOf(fixture, await runScenario(fixture, log));
		for (const check of checks) logCheck(check, log);
		return checks;
	});
}

// Run by itself: node test/e2e/wait.ts
await runByItself(import.meta.filename, async () => await waitChecks(new Steps().log));
