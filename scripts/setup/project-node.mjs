import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { SetupError } from './setup-error.mjs';

/** Puts the Node that package.json names under "node" at node_modules/.bin/node, unless it is there. */
export function ensureProjectNode(root, words) {
	const wanted = `v${JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8')).version}`;
	if (versionFound(root) === wanted) return;
	console.error(words.node.replace('{version}', () => wanted));
	// .npmrc switches install scripts off; this package does nothing else than place its binary.
	npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], words.wayOut);
	const found = versionFound(root);
	if (found !== wanted) {
		throw new SetupError(
			`node_modules/.bin/node should be ${wanted} and is ${found ?? 'missing'}. Remove node_modules and try again.`,
		);
	}
}

function versionFound(root) {
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	const { stdout } = spawnSync(join(root, 'node_modules', 'node', 'bin', name), ['--version'], {
		encoding: 'utf8',
	});
	return stdout?.trim();
}
