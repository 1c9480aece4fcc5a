import { relative } from 'node:path';
import { build } from '../../harness/shared/build.ts';
import {
	runProgram,
	type CommandLine,
	type Options,
	type Program,
} from '../../harness/shared/command-line.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { standStillCheck } from '../../harness/n8n/stand-stills/judge.ts';
import { takeStandStills, watchesStandStills } from '../../harness/n8n/stand-stills/watch.ts';
import type { Check } from '../../harness/smoke/checks.ts';

type Log = (step: string) => void;

interface FixtureWithN8n {
	n8n: { lastLines(): string };
	stop(): Promise<void>;
}

/** Runs checks on a fixture and takes it down, whatever happens; shows what n8n logged last when one does not hold. */
export async function onFixture(
	{ lastLines, stop }: { lastLines: () => string; stop: () => Promise<void> },
	scenario: () => Promise<Check[]>,
): Promise<Check[]> {
	try {
		const checks = await scenario();
		if (!hold(checks)) console.log(lastLines());
		return checks;
	} finally {
		await stop();
	}
}

/** Runs one after the other on a fixture and takes it down; what throws is a check that does not hold. */
export async function runAll<Fixture extends FixtureWithN8n>(
	fixture: Fixture,
	scenarios: Record<string, (fixture: Fixture) => Promise<Check>>,
	log: Log,
): Promise<Check[]> {
	const { stop } = fixture;
	return await onFixture({ lastLines: () => fixture.n8n.lastLines(), stop }, async () => {
		const checks: Check[] = [];
		for (const [name, scenario] of Object.entries(scenarios)) {
			const result = await scenario(fixture).catch(
				(error: Error): Check => ({ name, holds: false, found: error.stack ?? error.message }),
			);
			logCheck(result, log);
			checks.push(result);
		}
		return checks;
	});
}

/** Where it is watched, with how long the n8n's of these checks stood still because of this package. Those that were killed tell nothing. */
export function withStandStills(checks: Check[]): Check[] {
	if (!watchesStandStills()) return checks;
	const one = standStillCheck(takeStandStills());
	logCheck(one, console.log);
	return [...checks, one];
}

export function logCheck({ name, holds, found }: Check, log: Log): void {
	log(`${holds ? 'ok    ' : 'failed'} ${name}: ${found}`);
}

export function hold(checks: Check[]): boolean {
	return checks.every(({ holds }) => holds);
}

/** What such a file can be told on its command line; most take nothing. */
interface Told<Table extends Options> {
	options?: Table;
	words?: Program['words'];
}

/** Builds the package and runs the checks, when a file of these was started by itself; ends with a status that tells. */
export async function runByItself<Table extends Options>(
	file: string,
	checks: (given: CommandLine<Table>) => Promise<Check[]>,
	{ options = {} as Table, words }: Told<Table> = {},
): Promise<void> {
	if (process.argv[1] !== file) return;
	const call = `node ${relative(PROJECT_DIR, file)}${words ? ` [${words.name}]` : ''} [options]`;
	await runProgram({ call, options, ...(words && { words }) }, async (given) => {
		new Interruption();
		await build();
		return hold(withStandStills(await checks(given))) ? 0 : 1;
	});
}
