import type { Claim } from '../../harness/smoke/claims.ts';
import { PLAYS } from './dashboard/claims.ts';
import { takePictures } from './dashboard/pictures.ts';
import { setStage } from './dashboard/stage.ts';
import { playAll, playByItself } from './play.ts';

/** Plays everything that the dashboard has to show in a real n8n with the built package and a browser. */
export async function dashboardClaims(
	say: (step: string) => void = console.log,
	{ pictures = false } = {},
): Promise<Claim[]> {
	const stage = await setStage(say);
	try {
		if (pictures) await takePictures(stage, say);
	} catch (error) {
		await stage.stop();
		throw error;
	}
	return await playAll(stage, PLAYS, say);
}

// Run by itself: node test/e2e/dashboard.ts [--pictures]; the flag renews docs/pictures/dashboard-*.png.
await playByItself(
	import.meta.filename,
	async () => await dashboardClaims(console.log, { pictures: process.argv.includes('--pictures') }),
);
