import type { Claim } from '../../harness/smoke/claims.ts';
import { onStage, playByItself, sayClaim } from './play.ts';
import { PLAYS } from './templates/plays.ts';
import { setStage } from './templates/stage.ts';

/** Imports every template of both languages into a real n8n and plays each to its promised end. */
export async function templatesClaims(
	say: (step: string) => void = console.log,
	only?: RegExp,
): Promise<Claim[]> {
	const stage = await setStage(say, only);
	return await onStage({ lastLines: () => stage.n8n.lastLines(), stop: stage.stop }, async () => {
		const claims: Claim[] = [];
		for (const play of PLAYS) {
			for (const result of await play(stage)) {
				sayClaim(result, say);
				claims.push(result);
			}
		}
		return claims;
	});
}

// Run by itself: node test/e2e/templates.ts [part of a file name] [--pictures]
await playByItself(import.meta.filename, async () => {
	const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
	return await templatesClaims(console.log, only ? new RegExp(only) : undefined);
});
