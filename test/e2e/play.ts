import { build } from '../../harness/shared/build.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { runMain } from '../../harness/shared/cli-error.ts';
import type { Claim } from '../../harness/smoke/claims.ts';

type Say = (step: string) => void;

interface Staged {
	n8n: { lastLines(): string };
	stop(): Promise<void>;
}

/** Plays on a stage and takes it down, whatever happens; shows what n8n said last when a claim does not hold. */
export async function onStage(
	{ lastLines, stop }: { lastLines: () => string; stop: () => Promise<void> },
	play: () => Promise<Claim[]>,
): Promise<Claim[]> {
	try {
		const claims = await play();
		if (!hold(claims)) console.log(lastLines());
		return claims;
	} finally {
		await stop();
	}
}

/** Plays one after the other on a stage and takes it down; what throws is a claim that does not hold. */
export async function playAll<Stage extends Staged>(
	stage: Stage,
	plays: Record<string, (stage: Stage) => Promise<Claim>>,
	say: Say,
): Promise<Claim[]> {
	const { stop } = stage;
	return await onStage({ lastLines: () => stage.n8n.lastLines(), stop }, async () => {
		const claims: Claim[] = [];
		for (const [name, play] of Object.entries(plays)) {
			const result = await play(stage).catch(
				(error: Error): Claim => ({ name, holds: false, found: error.stack ?? error.message }),
			);
			sayClaim(result, say);
			claims.push(result);
		}
		return claims;
	});
}

export function sayClaim({ name, holds, found }: Claim, say: Say): void {
	say(`${holds ? 'ok    ' : 'failed'} ${name}: ${found}`);
}

export function hold(claims: Claim[]): boolean {
	return claims.every(({ holds }) => holds);
}

/** Builds the package and plays, when a file of these was started by itself; ends with a status that tells. */
export async function playByItself(file: string, claims: () => Promise<Claim[]>): Promise<void> {
	if (process.argv[1] !== file) return;
	await runMain(async () => {
		new Interruption();
		await build();
		return hold(await claims()) ? 0 : 1;
	});
}
