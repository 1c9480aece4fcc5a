import type { Claim } from '../../harness/smoke/claims.ts';
import { playAll, playByItself } from './play.ts';
import { PLAYS } from './trigger/claims.ts';
import { setStage } from './trigger/stage.ts';

/** Plays everything the trigger has to show in a real n8n with the built package. */
export async function triggerClaims(say: (step: string) => void = console.log): Promise<Claim[]> {
	return await playAll(await setStage(say), PLAYS, say);
}

// Run by itself: node test/e2e/trigger.ts
await playByItself(import.meta.filename, triggerClaims);
