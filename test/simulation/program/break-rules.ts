import type { openRunner, Outcome } from './runner.ts';

type Runner = Awaited<ReturnType<typeof openRunner>>;

/** Most rules are caught in the first; a rule about something rare needs more customers. */
const SIZES = [250, 1_000, 3_000];
const DAYS = 8;

/**
 * Switches rules off one by one and looks whether the referee finds it.
 * @returns whether each is caught.
 */
export async function breakRules(
	{ simulation, runAll }: Runner,
	rules: readonly string[],
	seed: number,
): Promise<boolean> {
	let open = [...rules];
	const log = (rule: string, verdict: string) => console.log(`${rule.padEnd(24)}${verdict}`);
	for (const conversations of SIZES) {
		const runs = open.map((without) => ({ conversations, days: DAYS, seed, without }));
		const outcomes = await runAll(runs);
		const isCaught = (rule: string): boolean => {
			const { violations } = outcomes[open.indexOf(rule)] as Outcome;
			return simulation.isCaught(rule as never, violations);
		};
		for (const rule of open.filter(isCaught)) {
			const { violations } = outcomes[open.indexOf(rule)] as Outcome;
			log(
				rule,
				`caught: ${violations.length} violations in ${conversations} conversations, e.g. ${violations[0]}`,
			);
		}
		open = open.filter((rule) => !isCaught(rule));
		if (open.length === 0) break;
	}
	for (const rule of open) log(rule, `NOT CAUGHT in ${SIZES.at(-1)} conversations`);
	return open.length === 0;
}
