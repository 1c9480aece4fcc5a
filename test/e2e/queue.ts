import { build } from '../../harness/shared/build.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { runMain } from '../../harness/shared/cli-error.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import { hold, onStage, sayClaim } from './play.ts';
import { embeddedRefused } from './queue/embedded.ts';
import { QUEUE_DEFAULTS, readQueueOptions, type QueueOptions } from './queue/options.ts';
import { rushHour } from './queue/rush-hour.ts';
import { setStage } from './queue/stage.ts';
import { verdict } from './queue/verdict.ts';

/** Plays a rush hour on a real n8n in queue mode: Redis, Postgres, main, workers and a webhook process. */
export async function queueClaims(
	say: (step: string) => void = console.log,
	options: Partial<QueueOptions> = {},
): Promise<Claim[]> {
	const chosen = { ...QUEUE_DEFAULTS, ...options };
	const stage = await setStage(chosen, say);
	return await onStage({ lastLines: () => stage.cluster.lastLines(), stop: stage.stop }, async () => {
		const rush = await rushHour(stage, chosen, say);
		const claims = [...(await verdict(stage, rush)), await embeddedRefused(stage)];
		for (const result of claims) sayClaim(result, say);
		return claims;
	});
}

// Run by itself: npm run test:queue
if (process.argv[1] === import.meta.filename) {
	await runMain(async () => {
		const options = readQueueOptions(process.argv.slice(2));
		if (typeof options === 'string') {
			console.log(options);
			return 0;
		}
		new Interruption();
		const steps = new Steps();
		steps.say('building the package');
		await build();
		const claims = await queueClaims(steps.say, options);
		return hold(claims) ? 0 : 1;
	});
}
