import { build } from '../../scripts/shared/build.ts';
import { Interruption } from '../../scripts/shared/interruption.ts';
import { runMain } from '../../scripts/shared/trouble.ts';
import type { Claim } from '../../scripts/smoke/claims.ts';
import { PLAYS } from './dashboard/claims.ts';
import { takePictures } from './dashboard/pictures.ts';
import { setStage } from './dashboard/stage.ts';

/** Plays everything that the dashboard has to show in a real n8n with the built package and a browser. */
export async function dashboardClaims(
	say: (step: string) => void = console.log,
	{ pictures = false } = {},
): Promise<Claim[]> {
	const stage = await setStage(say);
	const claims: Claim[] = [];
	try {
		if (pictures) await takePictures(stage, say);
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

// Run by itself: node test/e2e/dashboard.ts [--pictures]; the flag renews docs/pictures/dashboard-*.png.
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		new Interruption();
		await build();
		const claims = await dashboardClaims(console.log, { pictures: process.argv.includes('--pictures') });
		return claims.every(({ holds }) => holds) ? 0 : 1;
	});
}
