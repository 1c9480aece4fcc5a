import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The folder of an installed Node that brings its C headers (`include/node`), as those from nodejs.org, nvm and most
 * distributions do; undefined if the PATH has none. sqlite3 is built against Node-API, which is the same in every version,
 * so that any of them serves; the project's own Node from the package registry has none.
 */
export function folderWithNodeHeaders(path = process.env.PATH ?? ''): string | undefined {
	const node = process.platform === 'win32' ? 'node.exe' : 'node';
	return path
		.split(delimiter)
		.map((entry) => join(entry, node))
		.filter((file) => existsSync(file))
		.map((file) => dirname(dirname(realpathSync(file))))
		.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
}
