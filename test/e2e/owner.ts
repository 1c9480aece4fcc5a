import type { Check } from '../../harness/smoke/checks.ts';
import { setUpFixture } from './owner/fixture.ts';
import { PLAY } from './owner/play.ts';
import { runAll, runByItself } from './run-checks.ts';

/** A shop owner with nothing but the dashboard, in Spanish, in a real n8n with the sandbox in Meta's place. */
export async function ownerChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), PLAY, log);
}

// Run by itself: node test/e2e/owner.ts
await runByItself(import.meta.filename, async () => await ownerChecks());
