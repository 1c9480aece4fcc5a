import { parseArgs } from 'node:util';
import { breakRules } from './program/break-rules.ts';
import { openRunner, type Outcome } from './program/runner.ts';

/**
 * Thousands of random customers over virtual days, with outages, late and repeated webhooks, and a referee that knows
 * nothing of the engine: npm run simulate -- --conversations 20000 --seed 1 [--days 30] [--shards 8] [--break rule|all]
 */
const { values } = parseArgs({
	options: {
		conversations: { type: 'string', default: '2000' },
		seed: { type: 'string', default: '1' },
		days: { type: 'string', default: '30' },
		// Small parts are quicker than one big one; a fixed number brings the same customers back on every machine.
		shards: { type: 'string', default: '8' },
		break: { type: 'string' },
	},
});

function whole(name: 'conversations' | 'seed' | 'days' | 'shards'): number {
	const value = Number(values[name]);
	if (Number.isInteger(value) && value > 0) return value;
	console.error(`--${name} must be a whole number above 0, not "${values[name]}"`);
	process.exit(2);
}

const whom = { conversations: whole('conversations'), seed: whole('seed'), days: whole('days') };
const shards = whole('shards');
const runner = await openRunner();
try {
	const rules = Object.keys(runner.simulation.RULES);
	if (values.break === 'all') {
		if (!(await breakRules(runner, rules, whom.seed))) process.exitCode = 1;
	} else if (values.break !== undefined && !rules.includes(values.break)) {
		console.error(`There is no rule "${values.break}"; there are: all, ${rules.join(', ')}`);
		process.exitCode = 2;
	} else await runOnce(values.break);
} finally {
	runner.close();
}

async function runOnce(without: string | undefined): Promise<void> {
	const { simulation, runAll } = runner;
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
	logModelCalls(new Map(counts));
	for (const violation of violations.slice(0, 10)) console.log(`  ${violation}`);
	console.log(violations.length === 0 ? 'No violation' : `${violations.length} violations`);
	if (without !== undefined) {
		const also = simulation.ALSO_OFF[without as keyof typeof simulation.RULES];
		if (also) console.log(`Switched off with ${without}: ${also.what}`);
		if (violations.length === 0) console.log(`${without} was not missed`);
	}
	if (violations.length > 0) process.exitCode = 1;
}

/** A bot that asks the model about every customer message pays one call for each. */
function logModelCalls(counts: ReadonlyMap<string, number>): void {
	const calls = counts.get('model calls') ?? 0;
	const messages = counts.get('customer messages') ?? 0;
	const each = (count: number) => (count / whom.conversations).toFixed(2);
	console.log(
		`Model calls per conversation: ${each(calls)}; with one call per customer message: ${each(messages)} (${((100 * calls) / Math.max(1, messages)).toFixed(0)} %)`,
	);
}
