import type { Check } from '../../harness/smoke/checks.ts';
import { editorScenarios } from './editor/checks.ts';
import { setUpFixture } from './editor/fixture.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Checks in a real n8n with a browser what a person sees who builds a workflow, rightly and wrongly. */
export async function editorChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	return await runAll(await setUpFixture(log), editorScenarios, log);
}

// Run by itself: node test/e2e/editor.ts; PICTURES=<folder> keeps what the browser showed.
await runByItself(import.meta.filename, async () => await editorChecks());
