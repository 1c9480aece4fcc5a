import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packedFiles } from '../shared/packed-files.ts';

/**
 * Puts the package where n8n looks for community packages: exactly the files that npm would publish, so that a file
 * missing from `files`, or a library missing from the bundle, is noticed here and not by a user.
 */
export async function putPackageInPlace(packageDir: string, userFolder: string): Promise<void> {
	const { name } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { name: string };
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	const { files } = await packedFiles(packageDir);
	for (const { path } of files) {
		await mkdir(dirname(join(target, path)), { recursive: true });
		await cp(join(packageDir, path), join(target, path));
	}
}
