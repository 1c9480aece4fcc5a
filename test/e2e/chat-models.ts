import type { Check } from '../../harness/smoke/checks.ts';
import { SCENARIOS } from './chat-models/checks.ts';
import { setUpFixture } from './chat-models/fixture.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Checks in a real n8n that its own chat models decide follow-ups, however their servers answer. */
export async function chatModelsChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), SCENARIOS, log);
}

// Run by itself: node test/e2e/chat-models.ts
await runByItself(import.meta.filename, async () => await chatModelsChecks());
