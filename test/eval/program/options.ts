import { CliError } from '../../../harness/shared/cli-error.ts';
import { readCommandLine } from '../../../harness/shared/command-line.ts';
import { decimal, needed, text, whole } from '../../../harness/shared/options.ts';

const EVAL = {
	call: 'npm run eval -- --base-url <url> --model <name> [options]',
	options: {
		'base-url': needed({
			stands: '<url>',
			says: 'an OpenAI-compatible server, e.g. https://api.openai.com/v1',
		}),
		model: needed({ stands: '<name>', says: 'the model to ask' }),
		'api-key': text({ stands: '<key>', says: 'the environment variable EVAL_API_KEY unless given' }),
		'input-price': decimal({ least: 0, says: 'price of a million tokens in, for the cost' }),
		'output-price': decimal({ least: 0, says: 'price of a million tokens out' }),
		temperature: decimal({ least: 0, says: 'left out unless given' }),
		concurrency: whole({ least: 1, fallback: 4, says: 'requests at a time' }),
		only: text({ fallback: '', says: 'only cases whose ID contains it, e.g. es-stop' }),
		out: text({ stands: '<file>', fallback: 'eval-answers.json', says: 'every answer, as JSON' }),
	},
};

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
export function readOptions(args: string[], environment = process.env): EvalOptions | string {
	const given = readCommandLine(EVAL, args);
	if (typeof given === 'string') return given;
	const { 'base-url': baseUrl, 'api-key': apiKey, ...values } = given.values;
	const { 'input-price': input, 'output-price': output, ...others } = values;
	if (!URL.canParse(baseUrl)) throw new CliError(`--base-url is "${baseUrl}"; it must be an address.`);
	return { ...others, baseUrl, apiKey: apiKey ?? environment.EVAL_API_KEY ?? '', prices: { input, output } };
}
