import type { Check } from '../../harness/smoke/checks.ts';
import { runAll, runByItself } from './run-checks.ts';
import { SCENARIOS } from './trigger/checks.ts';
import { setUpFixture } from './trigger/fixture.ts';

/** Checks everything the trigger has to show in a real n8n with the built package. */
export async function triggerChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), SCENARIOS, log);
}

// Run by itself: node test/e2e/trigger.ts
await runByItself(import.meta.filename, async () => await triggerChecks());
