import { parseArgs } from 'node:util';
import { CliError } from '../../../harness/shared/cli-error.ts';

const USAGE = `npm run eval -- --base-url <url> --model <name> [options]

  --base-url <url>       an OpenAI-compatible server, e.g. https://api.openai.com/v1
  --model <name>         the model to ask
  --api-key <key>        default: the environment variable EVAL_API_KEY
  --input-price <n>      price of a million tokens in, for the cost
  --output-price <n>     price of a million tokens out
  --temperature <n>      left out unless given
  --concurrency <n>      requests at a time (default: 4)
  --only <text>          only cases whose ID contains it, e.g. es-stop
  --out <file>           every answer, as JSON (default: eval-answers.json)
  --help                 show this`;

export interface EvalOptions {
	baseUrl: string;
	model: string;
	apiKey: string;
	prices: { input?: number; output?: number };
	temperature?: number;
	concurrency: number;
	only: string;
	out: string;
}

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): EvalOptions | string {
	const values = parsed(args);
	if (values.help) return USAGE;
	const { 'base-url': baseUrl, model, 'input-price': input, 'output-price': output } = values;
	if (!baseUrl || !URL.canParse(baseUrl))
		throw new CliError(`--base-url is ${JSON.stringify(baseUrl)}; it must be an address.\n\n${USAGE}`);
	if (!model) throw new CliError(`--model is missing.\n\n${USAGE}`);
	return {
		...{ baseUrl, model, only: values.only, out: values.out },
		apiKey: values['api-key'] ?? environment.EVAL_API_KEY ?? '',
		prices: { input: number('--input-price', input), output: number('--output-price', output) },
		temperature: number('--temperature', values.temperature),
		concurrency: number('--concurrency', values.concurrency) ?? 4,
	};
}

function number(name: string, given: string | undefined): number | undefined {
	if (given === undefined) return undefined;
	const value = Number(given);
	if (given.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
	throw new CliError(`${name} is "${given}"; it must be a number of 0 or more.`);
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				'base-url': { type: 'string' },
				model: { type: 'string' },
				'api-key': { type: 'string' },
				'input-price': { type: 'string' },
				'output-price': { type: 'string' },
				temperature: { type: 'string' },
				concurrency: { type: 'string' },
				only: { type: 'string', default: '' },
				out: { type: 'string', default: 'eval-answers.json' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new CliError(`${(error as Error).message}\n\n${USAGE}`);
	}
}
