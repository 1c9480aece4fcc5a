import fc from 'fast-check';
import { href, readQuery } from '../../lib/dashboard/query.ts';

const query = fc.oneof(
	fc.anything(),
	fc.record(
		{
			...{ lang: fc.string(), view: fc.constantFrom('log', 'scheduled', 'nothing'), search: fc.string() },
			...{
				page: fc.oneof(fc.string(), fc.integer(), fc.constantFrom('2', '-1', '1e99')),
				platform: fc.string(),
			},
			...{ conversation: fc.string(), notice: fc.string(), days: fc.constantFrom('7', '90', '8') },
			chatbot: fc.oneof(fc.string(), fc.array(fc.string())),
		},
		{ requiredKeys: [] },
	),
);

test('whatever stands in the address is read without complaint', () => {
	fc.assert(
		fc.property(query, (given) => {
			const read = readQuery(given, 'es');
			expect(['es', 'en']).toContain(read.lang);
			expect(read.page).toBeGreaterThanOrEqual(1);
			expect(Number.isSafeInteger(read.page)).toBe(true);
		}),
		{ numRuns: 1_000 },
	);
});

test('a link leads to the view it was made for', () => {
	fc.assert(
		fc.property(query, (given) => {
			const { notice: _shownOnce, ...read } = readQuery(given, 'es');
			const address = href(read);
			expect(address).toMatch(/^\?[^\s"'<>#]*$/);
			expect(readQuery(Object.fromEntries(new URLSearchParams(address)), 'en')).toEqual(read);
		}),
		{ numRuns: 1_000 },
	);
});

test('a key that is none is no filter', () => {
	expect(readQuery({ conversation: 'somebody' }, 'es').conversation).toBeUndefined();
	expect(readQuery({ conversation: 'whatsapp:1:CO.2' }, 'es').conversation).toBe('whatsapp:1:CO.2');
});
