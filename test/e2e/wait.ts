import { build } from '../../scripts/shared/build.ts';
import { Interruption } from '../../scripts/shared/interruption.ts';
import { Steps } from '../../scripts/shared/steps.ts';
import { runMain } from '../../scripts/shared/trouble.ts';
import type { Claim } from '../../scripts/smoke/claims.ts';
import { claimsOf } from './wait/claims.ts';
import { play } from './wait/play.ts';
import { setStage } from './wait/stage.ts';

/** Plays Follow-Up Schedule in Wait mode in a real n8n that is started anew while runs wait. */
export async function waitClaims(say: (step: string) => void = console.log): Promise<Claim[]> {
	const stage = await setStage(say);
	try {
		const claims = await claimsOf(stage, await play(stage, say));
		for (const { name, holds, found } of claims) say(`${holds ? 'ok    ' : 'failed'} ${name}: ${found}`);
		if (!claims.every(({ holds }) => holds)) console.log(stage.n8n().lastLines());
		return claims;
	} finally {
		await stage.stop();
	}
}

// Run by itself: node test/e2e/wait.ts
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		new Interruption();
		await build();
		const claims = await waitClaims(new Steps().say);
		return claims.every(({ holds }) => holds) ? 0 : 1;
	});
}
