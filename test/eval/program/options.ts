import { CliError } from '../../../harness/shared/cli-error.ts';
import { readCommandLine } from '../../../harness/shared/command-line.ts';
import { decimal, text, whole } from '../../../harness/shared/options.ts';

const EVAL = {
	call: 'npm run eval -- --base-url <url> --model <name> [options], or npm run eval -- --gguf <file> [options]',
	options: {
		'base-url': text({
			stands: '<url>',
			says: 'an OpenAI-compatible server, e.g. https://api.openai.com/v1',
		}),
		model: text({ stands: '<name>', says: 'the model to ask' }),
		gguf: text({
			stands: '<file>',
			says: 'weights for llama.cpp on this machine; node-llama-cpp is installed into a cache folder for it',
		}),
		more: whole({ least: 0, fallback: 0, says: 'so many conversations more, put together from a few parts' }),
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
	source: { gguf: string } | { baseUrl: string; model: string };
	more: number;
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
	const { 'base-url': baseUrl, 'api-key': apiKey, model, gguf, ...values } = given.values;
	const { 'input-price': input, 'output-price': output, ...others } = values;
	const source = gguf ? { gguf } : serverOf(baseUrl, model);
	return { ...others, source, apiKey: apiKey ?? environment.EVAL_API_KEY ?? '', prices: { input, output } };
}

function serverOf(baseUrl: string | undefined, model: string | undefined) {
	if (!baseUrl) throw new CliError('--base-url is missing. Give it with --model, or --gguf with weights.');
	if (!URL.canParse(baseUrl)) throw new CliError(`--base-url is "${baseUrl}"; it must be an address.`);
	if (!model) throw new CliError('--model is missing: the model to ask. Give it as --model <name>.');
	return { baseUrl, model };
}
