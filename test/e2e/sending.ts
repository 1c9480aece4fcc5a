import type { Claim } from '../../harness/smoke/claims.ts';
import { playAll, playByItself } from './play.ts';
import { PLAYS } from './sending/claims.ts';
import { setStage } from './sending/stage.ts';

/** Plays everything that sending has to show in a real n8n with the built package. */
export async function sendingClaims(say: (step: string) => void = console.log): Promise<Claim[]> {
	return await playAll(await setStage(say), PLAYS, say);
}

// Run by itself: node test/e2e/sending.ts
await playByItself(import.meta.filename, sendingClaims);
