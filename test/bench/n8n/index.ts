import type { Bench } from '../bench.ts';
import { withArms } from './arms.ts';
import { measureLateness } from './lateness.ts';
import { measureLives } from './lives.ts';
import { measureTokens } from './conversations.ts';

export { measureRates as benchTriggers } from './rates.ts';

/** Whole conversations against what a builder makes by hand: runs, processor time, bytes and tokens. */
export async function benchConversations(bench: Bench): Promise<void> {
	await withArms(['handDefaults', 'handBest', 'ours', 'oursWithExecutions'], bench.log, async (arms) => {
		await measureLives(bench, arms);
		await measureTokens(bench, arms);
	});
}

/** Thousands of pending follow-ups against as many waiting executions: bytes and lateness. */
export async function benchLateness(bench: Bench): Promise<void> {
	await withArms(
		['handBest', 'oursInBatches'],
		bench.log,
		async (arms) => await measureLateness(bench, arms),
	);
}
