import { helpOf, readCommandLine } from '../../harness/shared/command-line.ts';
import { choice, decimal, flag, text, texts, whole } from '../../harness/shared/options.ts';

const PROGRAM = {
	call: 'npm run it -- [part …] [options]',
	about: 'Does it.\nAnd more.',
	words: { name: 'part', says: 'one part of it' },
	options: {
		model: text({ stands: '<name>', says: 'the model to ask' }),
		port: whole({
			least: 1,
			most: 65_535,
			fallback: 5678,
			says: `where it listens ${'and so on '.repeat(20)}`,
		}),
		scale: decimal({ above: 0, says: 'the size' }),
		store: choice(['sqlite', 'postgres'], { fallback: 'sqlite', says: 'where things are kept' }),
		only: text({ fallback: '', says: 'a part of the name' }),
		docs: texts({ stands: '<file>', says: 'results' }),
		strict: flag('a missed figure makes the exit code 1'),
	},
};
const read = (...args: string[]) => readCommandLine(PROGRAM, ['--model', 'm', ...args]);

test('what is not given has its default', () => {
	expect(read()).toEqual({
		values: { model: 'm', port: 5678, scale: undefined, store: 'sqlite', only: '', docs: [], strict: false },
		words: [],
	});
});

test('what is given is read as what it is', () => {
	const given = [
		'--port=80',
		'--scale',
		'0.5',
		'--store',
		'postgres',
		'--strict',
		'--docs',
		'a',
		'--docs',
		'b',
	];
	expect(read('engine', ...given)).toEqual({
		values: { model: 'm', port: 80, scale: 0.5, store: 'postgres', only: '', docs: ['a', 'b'], strict: true },
		words: ['engine'],
	});
});

test.each([
	[['--sped', '60'], 'There is no option --sped; there are --help, --model, --port, --scale, --store'],
	[['-x'], 'There is no option -x; there are --help, --model'],
	[['--port', '0'], '--port is "0"; it must be a whole number from 1 to 65535.'],
	[['--port', ''], '--port is ""; it must be a whole number from 1 to 65535.'],
	[['--port', '1.5'], '--port is "1.5"'],
	[['--scale', '0'], '--scale is "0"; it must be a number above 0.'],
	[['--scale', 'Infinity'], '--scale is "Infinity"'],
	[['--store', 'mysql'], '--store is "mysql"; it must be sqlite or postgres.'],
	[['--port'], 'argument missing'],
])('%j is refused with what is allowed', (args, says) => {
	expect(() => read(...args)).toThrow(says);
});

test('a program that takes no words without a name says so, and which options there are', () => {
	const { words: _, ...program } = PROGRAM;
	expect(() => readCommandLine(program, ['engine'])).toThrow(/the options are --help, --model[\s\S]*engine/);
});

test('the help is made from the table, whatever else is asked, and fits a terminal', () => {
	const help = readCommandLine(PROGRAM, ['--help', 'engine']);
	expect(help).toBe(helpOf(PROGRAM));
	const lines = String(help).split('\n');
	expect(lines.slice(0, 4)).toEqual(['npm run it -- [part …] [options]', '', '  Does it.', '  And more.']);
	expect(lines).toContain('  part                     one part of it');
	expect(lines).toContain('  --store sqlite|postgres  where things are kept (default: sqlite)');
	expect(lines).toContain('  --only <text>            a part of the name');
	expect(lines.at(-1)).toBe('  --help                   show this');
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
});
