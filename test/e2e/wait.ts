import { Steps } from '../../harness/shared/steps.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import { onStage, playByItself, sayClaim } from './play.ts';
import { claimsOf } from './wait/claims.ts';
import { play } from './wait/play.ts';
import { setStage } from './wait/stage.ts';

/** Plays Follow-Up Schedule in Wait mode in a real n8n that is started anew while runs wait. */
export async function waitClaims(say: (step: string) => void = console.log): Promise<Claim[]> {
	const stage = await setStage(say);
	return await onStage({ lastLines: () => stage.n8n().lastLines(), stop: stage.stop }, async () => {
		const claims = await claimsOf(stage, await play(stage, say));
		for (const claim of claims) sayClaim(claim, say);
		return claims;
	});
}

// Run by itself: node test/e2e/wait.ts
await playByItself(import.meta.filename, async () => await waitClaims(new Steps().say));
