import type { Check } from '../../harness/smoke/checks.ts';
import { SCENARIOS } from './heard/checks.ts';
import { setUpFixture } from './heard/fixture.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Checks in a real n8n that customers are heard on every path: in threads of other apps, under any number, in any words. */
export async function heardChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), SCENARIOS, log);
}

// Run by itself: node test/e2e/heard.ts
await runByItself(import.meta.filename, async () => await heardChecks());
