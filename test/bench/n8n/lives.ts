import type { Bench } from '../bench.ts';
import type { Target } from '../figure.ts';
import type { Arm } from './arm.ts';
import type { Arms } from './arms.ts';
import { Lives, type LifeCost } from './life.ts';

const LIFE = 'customer message, answer, three statuses, follow-up, three statuses';

type LifeArm = 'handDefaults' | 'handBest' | 'ours' | 'oursWithExecutions';

/** Whole conversation lives in all arms, round by round, the arms in turns. */
export async function measureLives(bench: Bench, arms: Arms<LifeArm>): Promise<void> {
	const all = Object.values(arms) as Arm[];
	// n8n looks for what waits once a minute: a round of 20 lives slipped past one look on a busy machine and took 152 s.
	const count = bench.scaled(15, 3);
	const costs = new Map<Arm, LifeCost[]>(all.map((arm) => [arm, []]));
	// The first round is for what is loaded and compiled once, and for registering the chatbot.
	for (let round = 0; round <= bench.size.runs; round++) {
		const warmUp = round === 0;
		const lives = all.map((arm) => new Lives(arm, warmUp ? 2 : count));
		for (const one of lives) await one.untilSilence(1_000 * (round + 1));
		await Promise.all(lives.map(async (one) => await one.untilFollowUps()));
		for (const one of lives) {
			const cost = await one.untilRead();
			if (!warmUp) costs.get(one.arm)?.push(cost);
		}
		bench.log(warmUp ? 'lives: warmed up' : `lives: run ${round} of ${bench.size.runs}`);
	}
	const of = (arm: Arm, what: keyof LifeCost) => (costs.get(arm) ?? []).map((cost) => cost[what]);
	const compare = (what: keyof LifeCost, name: string, unit: string, bounds: Bounds = {}) => {
		const pairs = [
			['defaults', arms.handDefaults, 'plan without execution', arms.ours, bounds.defaults],
			['best settings', arms.handBest, 'plan without execution', arms.ours, bounds.best],
			['defaults', arms.handDefaults, 'with executions', arms.oursWithExecutions, undefined],
			['best settings', arms.handBest, 'with executions', arms.oursWithExecutions, undefined],
		] as const;
		for (const [settings, hand, way, ours, target] of pairs) {
			bench.compared(
				{ name: `${name}, ${way}, against by hand with ${settings}`, unit, target, note: LIFE },
				{ ours: of(ours, what), theirs: of(hand, what), over: 'theirs' },
			);
		}
	};
	compare('runs', 'n8n runs per conversation life', 'runs', {
		defaults: { atLeast: 4, of: 'ratio' },
		best: { atLeast: 1.8, of: 'ratio' },
	});
	compare('cpuSeconds', 'processor time per conversation life', 's');
	compare('bytes', 'database bytes per conversation life', 'bytes');
}

interface Bounds {
	defaults?: Target;
	best?: Target;
}
