import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pages, ROOT } from './pages.ts';

const FOLDER = join(ROOT, 'docs', 'pictures');
/** A page with several of them still opens at once on a phone. */
const MOST_BYTES = 200_000;

const pictures = readdirSync(FOLDER);

test.each(pictures)('%s is shown by a page, and small', (name) => {
	expect(pages.some(({ prose }) => prose.includes(`pictures/${name})`))).toBe(true);
	expect(statSync(join(FOLDER, name)).size).toBeLessThan(MOST_BYTES);
});

test('every picture is described for those who do not see it', () => {
	const silent = pages.flatMap(({ file, prose }) =>
		[...prose.matchAll(/!\[\s*\]\([^)]*\)/g)].map(([picture]) => `${file}: ${picture}`),
	);
	expect(silent).toEqual([]);
});
