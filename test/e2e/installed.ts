import { smoke } from '../../harness/smoke/smoke.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { installInCleanN8n } from './installed/install.ts';
import { playByItself, sayClaim } from './play.ts';

/** Installs the packed package in a clean n8n as a user does, and plays the demo's conversations on it. */
export async function installedClaims(steps: Steps): Promise<Claim[]> {
	const userFolder = temporaryFolder('installed');
	const installed = await installInCleanN8n(userFolder, steps.say);
	sayClaim(installed, steps.say);
	if (!installed.holds) return [installed];
	const played = await smoke({ lang: 'en', keep: false, installedIn: userFolder }, steps);
	return [installed, ...played.map((one) => ({ ...one, name: `so installed: ${one.name}` }))];
}

// Run by itself: node test/e2e/installed.ts
await playByItself(import.meta.filename, async () => await installedClaims(new Steps()));
