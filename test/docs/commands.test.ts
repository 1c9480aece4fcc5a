import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { byName, fenced, inlineCode, ROOT, type Page } from './pages.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};
const TEMPLATES = ['en', 'es'].flatMap((language) =>
	readdirSync(join(ROOT, 'workflows-templates', language)),
);
const PROGRAM = /(?:scripts|test|sandbox)\/[\w./-]+\.(?:ts|mjs|js)\b/g;
const OURS = /^(npm (run|test)\b|node (scripts|test|sandbox)\/)/;

/** Every command of this repository that a page tells to run, in a fence or inside a line. */
function commandsOf(page: Page): string[] {
	const lines = fenced(page, 'bash').flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
	return [...lines, ...inlineCode(page)]
		.flatMap((line) => line.split(/&&|;/))
		.map((line) => line.replace(/\s#.*$/, '').trim())
		.filter((line) => OURS.test(line));
}

/** What is wrong with a command; undefined if it can be run. */
function faultOf(command: string): string | undefined {
	const script =
		/^npm run ([\w:-]+)/.exec(command)?.[1] ?? (/^npm test\b/.test(command) ? 'test' : undefined);
	if (script !== undefined && scripts[script] === undefined)
		return `${command}: package.json has no script "${script}"`;
	const given = script === undefined ? command : command.split(/\s--\s/)[1];
	const files = ((script === undefined ? command : scripts[script]) as string).match(PROGRAM) ?? [];
	const missing = [...files, ...(given?.match(PROGRAM) ?? [])].filter(
		(file) => !existsSync(join(ROOT, file)),
	);
	if (missing.length > 0) return `${command}: there is no ${missing.join(', ')}`;
	const template = /--template ([\w-]+)/.exec(given ?? '')?.[1];
	// Any wrong name lists them all; this one is told for that.
	if (template !== undefined && template !== 'list' && !TEMPLATES.includes(`${template}.json`))
		return `${command}: there is no such template`;
	const program = files.at(-1);
	const options = [...(given ?? '').matchAll(/(?:^|\s)--([\w-]+)/g)].map((match) => match[1] as string);
	const known = program === undefined ? '' : sourceOnce(join(ROOT, program));
	const unknown = options.filter((option) => !takes(known, option));
	return unknown.length > 0 ? `${command}: ${program} takes no --${unknown.join(', --')}` : undefined;
}

/** An option stands in a table of options, or it is looked for by its whole name. */
const takes = (source: string, option: string) =>
	new RegExp(`(['"]?)\\b${option}\\1: (flag|texts?|choice|whole|decimal)\\(`).test(source) ||
	source.includes(`'--${option}'`);

const sources = new Map<string, string>();

/** The pages tell the same few programs again and again. */
function sourceOnce(file: string): string {
	const source = sources.get(file) ?? sourceOf(file);
	sources.set(file, source);
	return source;
}

/** A program with everything of this repository that it imports. */
function sourceOf(file: string, seen = new Set<string>()): string {
	if (seen.has(file) || !existsSync(file) || !statSync(file).isFile()) return '';
	seen.add(file);
	const text = readFileSync(file, 'utf8');
	const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map((match) =>
		resolve(dirname(file), match[1] as string),
	);
	return [text, ...imports.map((one) => sourceOf(one, seen))].join('\n');
}

test('commands are found at all, and a wrong one is', () => {
	expect(byName.flatMap(([, page]) => commandsOf(page)).length).toBeGreaterThan(20);
	expect(faultOf('npm run demo -- --lang en')).toBeUndefined();
	expect(faultOf('npm run demo -- --sped 60')).toContain('takes no --sped');
	expect(faultOf('npm run dmo')).toContain('has no script "dmo"');
	expect(faultOf('node scripts/gone.ts')).toContain('there is no scripts/gone.ts');
});

test.each(byName)('every command in %s can be run', (_name, page) => {
	expect(commandsOf(page).map(faultOf).filter(Boolean)).toEqual([]);
});
