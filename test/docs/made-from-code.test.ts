import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

test('the pages made from the code are up to date with it, in both languages (npm run docs)', () => {
	const node = join(root, 'node_modules', '.bin', 'node');
	const run = () => execFileSync(node, [join(root, 'scripts', 'docs.ts'), '--check'], { stdio: 'pipe' });
	expect(run).not.toThrow();
});
