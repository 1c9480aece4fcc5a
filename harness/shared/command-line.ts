import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CliError, runMain } from './cli-error.ts';
import { wrapped } from './wrapped.ts';

/** One option of a program: what the help says of it, and how its value is read. */
export interface Option<Value> {
	/** Stands for the value in the help, e.g. `<n>`; a switch has none. */
	stands?: string;
	says: string;
	/** As it would be typed. */
	fallback?: string;
	many?: boolean;
	/** Gives the value, or fails with what is allowed. */
	read(given: Given, name: string): Value;
}

export type Given = string | boolean | string[] | undefined;
export type Options = Record<string, Option<unknown>>;
export type Values<Table extends Options> = { [Name in keyof Table]: ReturnType<Table[Name]['read']> };

/** A program as its help shows it. */
export interface Program<Table extends Options = Options> {
	/** How it is called, e.g. `npm run bench -- [part …] [options]`. */
	call: string;
	/** What it does, in paragraphs. */
	about?: string;
	options: Table;
	/** Words without a name are allowed; this is how the help calls one of them, and what it says of it. */
	words?: { name: string; says: string };
}

/** What stands on a command line: a value for each option, and the words without a name. */
export interface CommandLine<Table extends Options> {
	values: Values<Table>;
	words: string[];
}

/** Reads a command line; gives the text to print instead when help was asked for. */
export function readCommandLine<Table extends Options>(
	program: Program<Table>,
	args: string[],
): CommandLine<Table> | string {
	const { values, positionals } = parsed(program, args);
	if (values.help) return helpOf(program);
	const read = Object.entries(program.options).map(([name, option]) => [
		name,
		option.read((values[name] as Given) ?? option.fallback, `--${name}`),
	]);
	return { values: Object.fromEntries(read) as Values<Table>, words: positionals };
}

/** Runs a program with what stands on its command line; a failure becomes exit code 1 with a message that says what happened. */
export async function runProgram<Table extends Options>(
	program: Program<Table>,
	main: (given: CommandLine<Table>) => Promise<number>,
): Promise<never> {
	return await runWith((args) => readCommandLine(program, args), main);
}

/** The same for a program that makes something of its own of its command line. */
export async function runWith<Read extends object>(
	read: (args: string[]) => Read | string,
	main: (read: Read) => Promise<number>,
): Promise<never> {
	return await runMain(async () => {
		const given = read(process.argv.slice(2));
		if (typeof given !== 'string') return await main(given);
		console.log(given);
		return 0;
	});
}

/** The help, made from the table of options. */
export function helpOf({ call, about, options, words }: Program): string {
	const rows = [
		...(words ? [[words.name, words.says]] : []),
		...Object.entries(options).map(([name, { stands, says, fallback }]) => [
			`--${name}${stands ? ` ${stands}` : ''}`,
			fallback ? `${says} (default: ${fallback})` : says,
		]),
		['--help', 'show this'],
	] as [string, string][];
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	const table = rows.map(([left, says]) => `  ${left.padEnd(width)}${wrapped(says, width + 2)}`);
	return [
		call,
		...(about
			? [
					about
						.split('\n')
						.map((line) => `  ${wrapped(line, 2)}`)
						.join('\n'),
				]
			: []),
	]
		.concat(table.join('\n'))
		.join('\n\n');
}

function parsed(program: Program, args: string[]) {
	const { options, words } = program;
	const config: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
	for (const [name, { stands, many }] of Object.entries(options))
		config[name] = { type: stands ? 'string' : 'boolean', ...(many ? { multiple: true } : {}) };
	const wrong = unknownOption(config, args);
	if (wrong) throw complaint(program, `There is no option ${wrong}; there are ${namesOf(config)}.`);
	try {
		return parseArgs({ args, options: config, allowPositionals: words !== undefined });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') throw complaint(program, message);
		throw complaint(
			program,
			`Every value belongs to an option; the options are ${namesOf(config)}. ${message}`,
		);
	}
}

function unknownOption(options: ParseArgsOptionsConfig, args: string[]): string | undefined {
	const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
	const token = tokens.find((one) => one.kind === 'option' && !Object.hasOwn(options, one.name));
	return token?.kind === 'option' ? token.rawName : undefined;
}

const namesOf = (options: object): string =>
	Object.keys(options)
		.map((name) => `--${name}`)
		.join(', ');

const complaint = (program: Program, message: string) => new CliError(`${message}\n\n${helpOf(program)}`);
