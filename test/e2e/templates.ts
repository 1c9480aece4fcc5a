import { build } from '../../scripts/shared/build.ts';
import { Interruption } from '../../scripts/shared/interruption.ts';
import { runMain } from '../../scripts/shared/trouble.ts';
import type { Claim } from '../../scripts/smoke/claims.ts';
import { PLAYS } from './templates/plays.ts';
import { setStage } from './templates/stage.ts';

/** Imports every template of both languages into a real n8n and plays each to its promised end. */
export async function templatesClaims(
	say: (step: string) => void = console.log,
	only?: RegExp,
): Promise<Claim[]> {
	const stage = await setStage(say, only);
	try {
		const claims: Claim[] = [];
		for (const play of PLAYS) {
			for (const result of await play(stage)) {
				say(`${result.holds ? 'ok    ' : 'failed'} ${result.name}: ${result.found}`);
				claims.push(result);
			}
		}
		if (!claims.every(({ holds }) => holds)) console.log(stage.n8n.lastLines());
		return claims;
	} finally {
		await stage.stop();
	}
}

// Run by itself: node test/e2e/templates.ts [part of a file name] [--pictures]
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		new Interruption();
		await build();
		const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
		const claims = await templatesClaims(console.log, only ? new RegExp(only) : undefined);
		return claims.every(({ holds }) => holds) ? 0 : 1;
	});
}
