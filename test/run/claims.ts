import { ensureN8n } from '../../harness/n8n/install.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { CliError } from '../../harness/shared/cli-error.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import type { Result } from './result.ts';

/** Plays claims in a real n8n; each is one check. If the stage cannot be set, that is one failure with its reason. */
export async function claimsInN8n(play: (steps: Steps) => Promise<Claim[]>): Promise<Result> {
	const steps = new Steps();
	try {
		await ensureN8n(steps.say);
		const claims = await play(steps);
		const passed = claims.filter(({ holds }) => holds).length;
		return { passed, failed: claims.length - passed };
	} catch (error) {
		if (!(error instanceof CliError)) throw error;
		console.log(error.message);
		return { passed: 0, failed: 1 };
	}
}
