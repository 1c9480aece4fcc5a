import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Page {
	/** Its way from the top folder, e.g. docs/nodes.md */
	file: string;
	text: string;
	/** The text without code: links and bold words in code are no markup. */
	prose: string;
	headings: Heading[];
}

export interface Heading {
	level: number;
	/** What a link to it ends with, after the #. */
	anchor: string;
}

const FENCE = /^( *)```(\w*)\n([\s\S]*?)^ *```/gm;
const INLINE = /`[^`\n]+`/g;
const COMMENT = /<!--[\s\S]*?-->/g;

/** Every page that a reader of the repository can open. */
export const pages: Page[] = globSync('**/*.md', {
	cwd: ROOT,
	exclude: (name) => /^(node_modules|dist|coverage)$/.test(name),
})
	.sort()
	.map((file) => {
		const text = readFileSync(join(ROOT, file), 'utf8');
		const withoutFences = text.replace(FENCE, '').replace(COMMENT, '');
		return { file, text, prose: withoutFences.replace(INLINE, '``'), headings: headingsOf(withoutFences) };
	});

export const pageAt = (file: string): Page | undefined => pages.find((page) => page.file === file);

/** The pages, each with its name first, for test.each. */
export const byName = pages.map((page): [string, Page] => [page.file, page]);

/** The code in fences of a language. */
export function fenced({ text }: Page, language: string): string[] {
	return [...text.matchAll(FENCE)]
		.filter((match) => match[2] === language)
		.map((match) => match[3] as string);
}

/** What stands in backticks inside a line. */
export function inlineCode({ text }: Page): string[] {
	return [...text.replace(FENCE, '').matchAll(INLINE)].map(([code]) => code.slice(1, -1));
}

/** As GitHub makes anchors: small letters, no punctuation, a hyphen for each space, a number for each repetition. */
function headingsOf(text: string): Heading[] {
	const seen = new Map<string, number>();
	return [...text.matchAll(/^(#{1,6}) +(.+)$/gm)].map(([, marks, title]) => {
		const base = (title as string)
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
			.trim()
			.replaceAll(' ', '-');
		const times = seen.get(base) ?? 0;
		seen.set(base, times + 1);
		return { level: (marks as string).length, anchor: times === 0 ? base : `${base}-${times}` };
	});
}
