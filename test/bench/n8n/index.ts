import type { Bench } from '../bench.ts';
import { startArms, stopArms } from './arms.ts';
import { measureLateness } from './lateness.ts';
import { measureLives } from './lives.ts';
import { measureRates } from './rates.ts';
import { measureTokens } from './talks.ts';

/** Everything that is measured in a real n8n against what a builder makes by hand. */
export async function benchN8n(bench: Bench): Promise<void> {
	await measureRates(bench);
	const arms = await startArms(bench.say);
	try {
		await measureLives(bench, arms);
		await measureTokens(bench, arms);
		await measureLateness(bench, arms);
	} finally {
		await stopArms(arms);
	}
}
