import { join } from 'node:path';
import { execaSync } from 'execa';

const root = join(import.meta.dirname, '..', '..');

test('the pages made from the code are up to date with it, in both languages (npm run docs)', () => {
	const node = join(root, 'node_modules', '.bin', 'node');
	const run = () => execaSync(node, [join(root, 'scripts', 'docs.ts'), '--check']);
	expect(run).not.toThrow();
});
