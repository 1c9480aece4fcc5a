import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageAt, ROOT } from './pages.ts';

const PAGES = ['docs/troubleshooting.md', 'docs/troubleshooting.es.md'];

/** What people may read on a screen or in a log, on one line each, with … for what the code puts in. */
const said = globSync('{lib,nodes,credentials,scripts,harness}/**/*.{ts,mjs}', { cwd: ROOT })
	.map((file) => readFileSync(join(ROOT, file), 'utf8'))
	.join('\n')
	.replace(/\s+/g, ' ');

/** A message in quotes; a quote inside it is one of the message's own and holds only an ellipsis. */
const QUOTED = /"((?:[^"\n]|"…")+)"/g;

const quotesOf = (file: string): string[] =>
	[...(pageAt(file)?.prose ?? '').matchAll(QUOTED)].map((match) => match[1] as string);

/** The parts of a message that are always the same: without figures, names and what is left out. */
const fixedParts = (quote: string): string[] =>
	quote
		.split(/…|"|\d+/)
		.map((part) => part.trim())
		.filter((part) => /\p{L}{3}/u.test(part));

test.each(PAGES)('%s quotes messages as the code says them', (file) => {
	const quotes = quotesOf(file);
	expect(quotes.length).toBeGreaterThan(30);
	expect(
		quotes.filter(
			(quote) => fixedParts(quote).length === 0 || fixedParts(quote).some((part) => !said.includes(part)),
		),
	).toEqual([]);
});

test('both languages explain the same messages', () => {
	const [english, spanish] = PAGES.map((file) => quotesOf(file).toSorted());
	expect(spanish).toEqual(english);
});
