import { build } from '../../scripts/shared/build.ts';
import { Interruption } from '../../scripts/shared/interruption.ts';
import { runMain } from '../../scripts/shared/trouble.ts';
import type { Claim } from '../../scripts/smoke/claims.ts';
import { PLAYS } from './sending/claims.ts';
import { setStage } from './sending/stage.ts';

/** Plays everything that sending has to show in a real n8n with the built package. */
export async function sendingClaims(say: (step: string) => void = console.log): Promise<Claim[]> {
	const stage = await setStage(say);
	const claims: Claim[] = [];
	try {
		for (const [name, play] of Object.entries(PLAYS)) {
			const result = await play(stage).catch(
				(error: Error): Claim => ({ name, holds: false, found: error.stack ?? error.message }),
			);
			say(`${result.holds ? 'ok    ' : 'failed'} ${result.name}: ${result.found}`);
			claims.push(result);
		}
		if (!claims.every(({ holds }) => holds)) console.log(stage.n8n.lastLines());
		return claims;
	} finally {
		await stage.stop();
	}
}

// Run by itself: node test/e2e/sending.ts
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		new Interruption();
		await build();
		const claims = await sendingClaims();
		return claims.every(({ holds }) => holds) ? 0 : 1;
	});
}
