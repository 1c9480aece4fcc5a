import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { byName, inlineCode, pageAt, ROOT, type Page } from './pages.ts';

const LINK = /\]\(([^)\s]+)(?: "[^"]*")?\)/g;
const IN_TREE = /^(lib|nodes|credentials|scripts|sandbox|test|docs|workflows-templates|\.github)\/[\w./-]+$/;
/** Made when something runs; a page may name them all the same. */
const MADE_LATER = /^(docs\/benchmarks\.md|test\/e2e\/\.)/;

const linksOf = ({ prose }: Page) => [...prose.matchAll(LINK)].map((match) => match[1] as string);
const isElsewhere = (link: string) => /^(https?:|mailto:)/.test(link);

/** What is wrong with a link of a page; undefined if it leads somewhere. */
function faultOf(page: Page, link: string): string | undefined {
	const [path = '', anchor] = link.split('#');
	const file = path === '' ? page.file : normalize(join(dirname(page.file), decodeURIComponent(path)));
	if (file.startsWith('..')) return `${link} leads out of the repository`;
	if (!existsSync(join(ROOT, file))) return `${link}: there is no ${file}`;
	if (anchor === undefined) return undefined;
	const anchors = pageAt(file)?.headings.map((heading) => heading.anchor) ?? [];
	return anchors.includes(decodeURIComponent(anchor)) ? undefined : `${link}: ${file} has no such heading`;
}

test('links are found at all', () => {
	expect(
		byName.flatMap(([, page]) => linksOf(page)).filter((link) => !isElsewhere(link)).length,
	).toBeGreaterThan(30);
});

test.each(byName)('every link in %s leads somewhere', (_name, page) => {
	const faults = linksOf(page)
		.filter((link) => !isElsewhere(link))
		.map((link) => faultOf(page, link));
	expect(faults.filter(Boolean)).toEqual([]);
});

test.each(byName)('every file that %s names is there', (_name, page) => {
	const named = inlineCode(page).filter((code) => IN_TREE.test(code) && !MADE_LATER.test(code));
	expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test.each(byName)('%s names no folder of one single machine', (_name, { text }) => {
	expect(text.match(/(\/home\/\w+|\/root\/|\/work\/|\/tmp\/wt|[A-Z]:\\Users\\)\S*/g) ?? []).toEqual([]);
});
