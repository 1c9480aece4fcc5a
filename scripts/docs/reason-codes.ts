import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

type Sentences = Record<string, string>;

/** The page of all reason codes and of the rules in their order, made from the engine's source. */
export async function reasonCodesPage(root: string): Promise<string> {
	const source = readFileSync(join(root, 'lib/follow-up/reasons.ts'), 'utf8');
	const rows = groupsOf(source, await sentencesOf(source)).flatMap(({ title, codes }) => [
		`### ${title}`,
		'',
		'| code | what a person reads |',
		'| --- | --- |',
		...codes.map(([code, sentence]) => `| \`${code}\` | ${sentence} |`),
		'',
	]);
	const rules = rulesOf(join(root, 'lib/follow-up/rules'));
	return [
		'# Reason codes',
		'',
		'Every follow-up that is moved, put off or not sent says why: a code for expressions and filters, and a sentence for people. The sentence may be more exact than the general one below.',
		'',
		...rows,
		'## The rules in their order',
		'',
		'The same list is asked when planning, when deciding and right before sending. The first rule that objects gives the reason.',
		'',
		'| # | rule | why |',
		'| --- | --- | --- |',
		...rules.map(({ name, why }, index) => `| ${index + 1} | ${name} | ${why} |`),
		'',
		'<!-- Made by `npm run docs` from lib/follow-up. -->',
		'',
	].join('\n');
}

async function sentencesOf(source: string): Promise<Sentences> {
	const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
	const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { REASONS: Sentences };
	return module.REASONS;
}

/** The comments inside the table are its headings. */
function groupsOf(source: string, sentences: Sentences): { title: string; codes: [string, string][] }[] {
	const headings = [...source.matchAll(/^\t\/\/ (.+)$/gm)].map((match) => ({
		title: match[1] as string,
		at: match.index,
	}));
	const placeOf = (code: string) => source.search(new RegExp(`^\\t${code}:`, 'm'));
	return headings.map(({ title, at }, index) => {
		const next = headings[index + 1]?.at ?? Infinity;
		const codes = Object.entries(sentences).filter(([code]) => placeOf(code) > at && placeOf(code) < next);
		return { title, codes };
	});
}

function rulesOf(folder: string): { name: string; why: string }[] {
	const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
	const list =
		/export const RULES = \{([^}]*)\}/.exec(readFileSync(join(folder, 'index.ts'), 'utf8'))?.[1] ?? '';
	return [...list.matchAll(/^\t(\w+),$/gm)].map(([, name]) => {
		const source = files.find((text) => text.includes(`export const ${name}: Rule`)) ?? '';
		return { name: name as string, why: commentBefore(source, `export const ${name}: Rule`) };
	});
}

/** The comment right before a declaration; a file of several rules has one comment for all of them. */
function commentBefore(source: string, declaration: string): string {
	const comments = [...source.slice(0, source.indexOf(declaration)).matchAll(/\/\*\*([\s\S]*?)\*\//g)];
	return (comments.at(-1)?.[1] ?? '')
		.replace(/^\s*\* ?/gm, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
