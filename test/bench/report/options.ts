import { parseArgs } from 'node:util';
import { CliError } from '../../../harness/shared/cli-error.ts';

export const PARTS = ['engine', 'store', 'triggers', 'conversations', 'lateness'] as const;
export type PartName = (typeof PARTS)[number];
/** Everything that needs a real n8n, under one name. */
const N8N: PartName[] = ['triggers', 'conversations', 'lateness'];

const USAGE = `npm run bench -- [part …] [options]

  part             ${PARTS.join(', ')}; n8n for the last three; all of them unless named
  --scale <n>      size of everything that can be smaller, 1 is the full size (default: 1)
  --runs <n>       how often what is compared is repeated (default: 5)
  --seed <n>       what is random comes from it (default: 1)
  --out <file>     results with every raw sample, as JSON (default: in a new folder under the temporary folder)
  --strict         a missed figure makes the exit code 1
  --docs <file>    measures nothing: makes docs/benchmarks.md from a results file; may be given several times, when the
                   parts were measured one by one
  --help           show this`;

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
	const { values, positionals } = parsed(args);
	if (values.help) return USAGE;
	const unknown = positionals.find((name) => ![...PARTS, 'n8n'].includes(name));
	if (unknown !== undefined)
		throw new CliError(
			`There is no part "${unknown}"; there are ${PARTS.join(', ')}, and n8n for the last three.\n\n${USAGE}`,
		);
	const runs = number('--runs', values.runs);
	const seed = number('--seed', values.seed);
	for (const [name, value] of Object.entries({ '--runs': runs, '--seed': seed }))
		if (!Number.isInteger(value)) throw new CliError(`${name} is ${value}; it must be a whole number.`);
	return {
		...{ runs, seed, scale: number('--scale', values.scale) },
		parts: positionals.length > 0 ? positionals.flatMap(partsOf) : [...PARTS],
		...{ out: values.out, strict: values.strict, docs: values.docs },
	};
}

function partsOf(name: string): PartName[] {
	return name === 'n8n' ? N8N : [name as PartName];
}

function number(name: string, given: string): number {
	const value = Number(given);
	if (given.trim() !== '' && Number.isFinite(value) && value > 0) return value;
	throw new CliError(`${name} is "${given}"; it must be a number above 0.`);
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			...{ args, allowPositionals: true },
			options: {
				scale: { type: 'string', default: '1' },
				runs: { type: 'string', default: '5' },
				seed: { type: 'string', default: '1' },
				out: { type: 'string' },
				strict: { type: 'boolean', default: false },
				docs: { type: 'string', multiple: true, default: [] as string[] },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
	} catch (error) {
		throw new CliError(`${(error as Error).message}\n\n${USAGE}`);
	}
}
