import { pageAt, pages } from './pages.ts';

/** Pages that GitHub looks for in their places; the Spanish of some lies in docs/. */
const ELSEWHERE: Record<string, string> = {
	'README.md': 'README.es.md',
	'CONTRIBUTING.md': 'docs/contributing.es.md',
	'SECURITY.md': 'docs/security.es.md',
	'workflows-templates/README.md': 'workflows-templates/README.es.md',
};

/** Figures of a machine and the commands that measured them: made by npm run bench. */
const ONLY_ENGLISH = ['docs/benchmarks.md'];

const english = pages
	.map(({ file }) => file)
	.filter((file) => /^docs\//.test(file) && !file.endsWith('.es.md') && !ONLY_ENGLISH.includes(file));
const pairs: [string, string][] = [
	...Object.entries(ELSEWHERE),
	...english.map((file): [string, string] => [file, file.replace(/\.md$/, '.es.md')]),
];

test.each(pairs)('%s is there in Spanish, with the same parts', (first, second) => {
	const levels = (file: string) => pageAt(file)?.headings.map(({ level }) => level);
	expect(levels(second)).toEqual(levels(first));
	expect(levels(first)?.[0]).toBe(1);
});

test('no Spanish page is without its English one', () => {
	const spanish = pages.map(({ file }) => file).filter((file) => file.endsWith('.es.md'));
	expect(spanish.filter((file) => !pairs.some(([, second]) => second === file))).toEqual([]);
});

test.each(pairs)('%s and %s lead to each other', (first, second) => {
	const name = (file: string) => file.split('/').at(-1) as string;
	expect(pageAt(first)?.prose).toContain(`${name(second)})`);
	expect(pageAt(second)?.prose).toContain(`${name(first)})`);
});
