import { ensureN8n } from '../n8n/install.ts';
import { Steps } from '../shared/steps.ts';
import { Trouble } from '../shared/trouble.ts';
import { noneHolds } from '../smoke/claims.ts';
import { smoke } from '../smoke/smoke.ts';
import type { Result } from './result.ts';

/** Plays the smoke; each of its claims is one check, also when the stage could not be set. */
export async function smokeClaims(): Promise<Result> {
	const steps = new Steps();
	try {
		await ensureN8n(steps.say);
		const claims = await smoke({ lang: 'es', keep: false }, steps);
		const passed = claims.filter(({ holds }) => holds).length;
		return { passed, failed: claims.length - passed };
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		console.log(error.message);
		return { passed: 0, failed: noneHolds(error.message).length };
	}
}
