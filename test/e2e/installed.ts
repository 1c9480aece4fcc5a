import { smoke } from '../../harness/smoke/smoke.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { installInCleanN8n } from './installed/install.ts';
import { runByItself, logCheck } from './run-checks.ts';

/** Installs the packed package in a clean n8n as a user does, and runs the demo's conversations on it. */
export async function installedChecks(steps: Steps): Promise<Check[]> {
	const userFolder = temporaryFolder('installed');
	const installed = await installInCleanN8n(userFolder, steps.log);
	logCheck(installed, steps.log);
	if (!installed.holds) return [installed];
	const checks = await smoke({ lang: 'en', keep: false, installedIn: userFolder }, steps);
	return [installed, ...checks.map((one) => ({ ...one, name: `so installed: ${one.name}` }))];
}

// Run by itself: node test/e2e/installed.ts
await runByItself(import.meta.filename, async () => await installedChecks(new Steps()));
