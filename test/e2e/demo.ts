import type { Check } from '../../harness/smoke/checks.ts';
import { engineAlone, takenOver } from './demo/checks.ts';
import { logCheck, runByItself } from './run-checks.ts';

/** The demo as a person plays it: on the engine alone in both languages, and with n8n taking over. */
export async function demoChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	const checks: Check[] = [];
	for (const run of [
		async () => await engineAlone('en'),
		async () => await engineAlone('es'),
		async () => await takenOver(log),
	]) {
		const result = await run().catch(
			(error: Error): Check => ({ name: 'the demo', holds: false, found: error.stack ?? error.message }),
		);
		logCheck(result, log);
		checks.push(result);
	}
	return checks;
}

// Run by itself: node test/e2e/demo.ts
await runByItself(import.meta.filename, async () => await demoChecks());
