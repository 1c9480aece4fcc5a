import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages.ts';

/** Prices, limits and versions of platforms change: whoever builds on one a year old looks at its source again. */
const OLDEST_MONTHS = 12;
const DATED = /\bread (20\d\d-\d\d-\d\d)\b/g;

interface Line {
	place: string;
	text: string;
}

/** The lines that say when a fact was read, longer ago than it may be. */
function outdated(lines: Line[], today: Date): string[] {
	const limit = new Date(today);
	limit.setUTCMonth(limit.getUTCMonth() - OLDEST_MONTHS);
	const oldest = limit.toISOString().slice(0, 10);
	return lines
		.filter(({ text }) => [...text.matchAll(DATED)].some(([, date]) => (date as string) < oldest))
		.map(({ place, text }) => `${place}: ${text.trim()}`);
}

function linesOfProduct(): Line[] {
	return globSync('{lib,nodes,credentials,bin,sandbox,docs}/**/*.{ts,md}', { cwd: ROOT })
		.sort()
		.flatMap((file) =>
			readFileSync(join(ROOT, file), 'utf8')
				.split('\n')
				.map((text, n) => ({ place: `${file}:${n + 1}`, text })),
		);
}

test('a fact read more than twelve months ago is named by its line', () => {
	const lines = [
		{ place: 'a.ts:1', text: '// Source: Meta; read 2025-11-30.' },
		{ place: 'a.ts:2', text: '// Source: Meta; read 2025-12-01.' },
		{ place: 'a.ts:3', text: "// Sources: Meta, read 2026-11-22; the form's list, read 2024-02-29." },
	];
	expect(outdated(lines, new Date('2026-12-01T12:00:00Z'))).toEqual([
		'a.ts:1: // Source: Meta; read 2025-11-30.',
		"a.ts:3: // Sources: Meta, read 2026-11-22; the form's list, read 2024-02-29.",
	]);
});

test('no fact of a platform is older; look at its source again and write the new date', () => {
	const lines = linesOfProduct();
	expect(lines.filter(({ text }) => text.match(DATED)).length).toBeGreaterThan(50);
	expect(outdated(lines, new Date())).toEqual([]);
});
