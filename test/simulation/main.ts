import { runProgram } from '../../harness/shared/command-line.ts';
import { text, whole } from '../../harness/shared/options.ts';
import { CliError } from '../../harness/shared/cli-error.ts';
import { breakRules } from './program/break-rules.ts';
import { openRunner, type Outcome } from './program/runner.ts';

const SIMULATE = {
	call: 'npm run simulate -- [options]',
	about:
		'Thousands of random customers over virtual days, with outages, late and repeated webhooks, and a referee that knows nothing of the engine.',
	options: {
		conversations: whole({ least: 1, fallback: 2000, says: 'how many customers there are' }),
		seed: whole({ least: 1, fallback: 1, says: 'what is random comes from it' }),
		days: whole({ least: 1, fallback: 30, says: 'how long their lives are watched' }),
		shards: whole({
			...{ least: 1, fallback: 8 },
			says: 'small parts are quicker than one big one; a fixed number brings the same customers back on every machine',
		}),
		break: text({
			stands: '<rule>',
			says: 'leaves a rule out, to see that the referee misses it; all for each of them in turn, a wrong one lists them all',
		}),
	},
};

type Whom = Record<'conversations' | 'seed' | 'days', number>;
type Runner = Awaited<ReturnType<typeof openRunner>>;

await runProgram(SIMULATE, async ({ values: { shards, break: without, ...whom } }) => {
	const runner = await openRunner();
	try {
		const rules: string[] = runner.simulation.BREAKABLES;
		if (without === 'all') return (await breakRules(runner, rules, whom.seed)) ? 0 : 1;
		if (without !== undefined && !rules.includes(without))
			throw new CliError(`There is no rule "${without}"; there are: all, ${rules.join(', ')}`);
		return await runOnce(runner, whom, shards, without);
	} finally {
		runner.close();
	}
});

async function runOnce(
	{ simulation, runAll }: Runner,
	whom: Whom,
	shards: number,
	without: string | undefined,
): Promise<number> {
	const began = performance.now();
	const parts = simulation.shardsOf(whom, shards);
	const outcomes = await runAll(parts.map((part) => (without === undefined ? part : { ...part, without })));
	const outcome = simulation.sumOf(
		parts.map(({ seed }, place) => ({ seed, outcome: outcomes[place] as Outcome })),
	);
	const { counts, violations } = outcome;
	for (const [what, count] of counts) console.log(`${String(count).padStart(9)}  ${what}`);
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	console.log(
		`\n${whom.conversations} conversations over ${whom.days} days, seed ${whom.seed}, in ${seconds} s`,
	);
	for (const { seed, conversations } of parts.length > 1 ? parts : [])
		console.log(
			`  a part of it again: --conversations ${conversations} --days ${whom.days} --seed ${seed} --shards 1`,
		);
	logModelCalls(new Map(counts), whom);
	for (const violation of violations.slice(0, 10)) console.log(`  ${violation}`);
	console.log(violations.length === 0 ? 'No violation' : `${violations.length} violations`);
	if (without !== undefined) {
		const also = simulation.ALSO_OFF[without as keyof typeof simulation.ALSO_OFF];
		if (also) console.log(`Switched off with ${without}: ${also.what}`);
		if (violations.length === 0) console.log(`${without} was not missed`);
	}
	return violations.length > 0 ? 1 : 0;
}

/** A bot that asks the model about every customer message pays one call for each. */
function logModelCalls(counts: ReadonlyMap<string, number>, whom: Whom): void {
	const calls = counts.get('model calls') ?? 0;
	const messages = counts.get('customer messages') ?? 0;
	const each = (count: number) => (count / whom.conversations).toFixed(2);
	console.log(
		`Model calls per conversation: ${each(calls)}; with one call per customer message: ${each(messages)} (${((100 * calls) / Math.max(1, messages)).toFixed(0)} %)`,
	);
}
