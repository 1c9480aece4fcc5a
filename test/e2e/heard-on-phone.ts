import type { Check } from '../../harness/smoke/checks.ts';
import { setUpFixture } from './heard/fixture.ts';
import { PHONE_SCENARIOS } from './heard/phone.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Checks on the phone page, in a browser, that a refusal said to a business agent is heard by the product in a real n8n. */
export async function heardOnPhoneChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), PHONE_SCENARIOS, log);
}

// Run by itself: node test/e2e/heard-on-phone.ts
await runByItself(import.meta.filename, async () => await heardOnPhoneChecks());
