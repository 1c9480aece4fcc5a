import { REASONS } from '../../lib/follow-up/reasons/index.ts';

test('every code is a name for expressions, and every sentence is one a person can read', () => {
	for (const [code, sentence] of Object.entries(REASONS)) {
		expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
		expect(sentence).toMatch(/^[A-Z].*[^.]$/);
	}
	expect(new Set(Object.values(REASONS)).size).toBe(Object.keys(REASONS).length);
});
