import { CliError } from '../../../harness/shared/cli-error.ts';
import { readCommandLine } from '../../../harness/shared/command-line.ts';
import { decimal, flag, text, texts, whole } from '../../../harness/shared/options.ts';

export const PARTS = ['engine', 'store', 'intake', 'triggers', 'conversations', 'lateness'] as const;
export type PartName = (typeof PARTS)[number];
/** Everything that needs a real n8n, under one name. */
const N8N: PartName[] = ['triggers', 'conversations', 'lateness'];

const BENCH = {
	call: 'npm run bench -- [part …] [options]',
	words: { name: 'part', says: `${PARTS.join(', ')}; n8n for the last three; all of them unless named` },
	options: {
		scale: decimal({
			...{ above: 0, fallback: 1 },
			says: 'size of everything that can be smaller, 1 is the full size',
		}),
		runs: whole({ least: 1, fallback: 5, says: 'how often what is compared is repeated' }),
		seed: whole({ least: 1, fallback: 1, says: 'what is random comes from it' }),
		out: text({
			stands: '<file>',
			says: 'results with every raw sample, as JSON; in a new folder under the temporary folder unless given',
		}),
		strict: flag('a missed figure makes the exit code 1'),
		docs: texts({
			stands: '<file>',
			says: 'measures nothing: makes docs/benchmarks.md from a results file; may be given several times, when the parts were measured one by one',
		}),
	},
};

export interface BenchOptions {
	parts: PartName[];
	scale: number;
	runs: number;
	seed: number;
	out?: string;
	strict: boolean;
	docs: string[];
}

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readBenchOptions(args: string[]): BenchOptions | string {
	const given = readCommandLine(BENCH, args);
	if (typeof given === 'string') return given;
	const { values, words } = given;
	const unknown = words.find((name) => ![...PARTS, 'n8n'].includes(name));
	if (unknown !== undefined)
		throw new CliError(
			`There is no part "${unknown}"; there are ${PARTS.join(', ')}, and n8n for the last three.`,
		);
	return { ...values, parts: words.length > 0 ? words.flatMap(partsOf) : [...PARTS] };
}

function partsOf(name: string): PartName[] {
	return name === 'n8n' ? N8N : [name as PartName];
}
