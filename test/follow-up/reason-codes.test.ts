import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { REASONS } from '../../lib/follow-up/reasons';

const root = join(__dirname, '..', '..');

test('the page of reason codes is up to date with the code (npm run docs)', () => {
	const node = join(root, 'node_modules', '.bin', 'node');
	expect(() =>
		execFileSync(node, [join(root, 'scripts', 'reason-codes.ts'), '--check'], { stdio: 'pipe' }),
	).not.toThrow();
});

test('every code is a name for expressions, and every sentence is one a person can read', () => {
	for (const [code, sentence] of Object.entries(REASONS)) {
		expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
		expect(sentence).toMatch(/^[A-Z].*[^.]$/);
	}
	expect(new Set(Object.values(REASONS)).size).toBe(Object.keys(REASONS).length);
});
