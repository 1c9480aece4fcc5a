import type { Check } from '../../harness/smoke/checks.ts';
import { runAll, runByItself } from './run-checks.ts';
import { SCENARIOS } from './sending/checks.ts';
import { setUpFixture } from './sending/fixture.ts';

/** Checks everything that sending has to show in a real n8n with the built package. */
export async function sendingChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), SCENARIOS, log);
}

// Run by itself: node test/e2e/sending.ts
await runByItself(import.meta.filename, async () => await sendingChecks());
