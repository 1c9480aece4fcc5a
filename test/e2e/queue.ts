import { build } from '../../harness/shared/build.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { runWith } from '../../harness/shared/command-line.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { hold, onFixture, logCheck } from './run-checks.ts';
import { embeddedRefused } from './queue/embedded.ts';
import { QUEUE_DEFAULTS, readQueueOptions, type QueueOptions } from './queue/options.ts';
import { rushHour } from './queue/rush-hour.ts';
import { setUpFixture } from './queue/fixture.ts';
import { verdict } from './queue/verdict.ts';

/** Runs a rush hour on a real n8n in queue mode: Redis, Postgres, main, workers and a webhook process. */
export async function queueChecks(
	log: (step: string) => void = console.log,
	options: Partial<QueueOptions> = {},
): Promise<Check[]> {
	const chosen = { ...QUEUE_DEFAULTS, ...options };
	const fixture = await setUpFixture(chosen, log);
	return await onFixture({ lastLines: () => fixture.cluster.lastLines(), stop: fixture.stop }, async () => {
		const rush = await rushHour(fixture, chosen, log);
		const checks = [...(await verdict(fixture, rush)), await embeddedRefused(fixture)];
		for (const result of checks) logCheck(result, log);
		return checks;
	});
}

// Run by itself: npm run test:queue
if (process.argv[1] === import.meta.filename) {
	await runWith(readQueueOptions, async (options) => {
		new Interruption();
		const steps = new Steps();
		steps.log('building the package');
		await build();
		const checks = await queueChecks(steps.log, options);
		return hold(checks) ? 0 : 1;
	});
}
