import type { Check } from '../../harness/smoke/checks.ts';
import { setUpFixture } from './heard/fixture.ts';
import { heardWorkflow } from './heard/workflow.ts';
import { runAll, runByItself } from './run-checks.ts';
import { SCENARIOS } from './voice/checks.ts';

/** Checks in a real n8n that what customers say in voice notes and show in pictures is understood and counts. */
export async function voiceChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log, heardWorkflow({ hearsVoice: true })), SCENARIOS, log);
}

// Run by itself: node test/e2e/voice.ts
await runByItself(import.meta.filename, async () => await voiceChecks());
