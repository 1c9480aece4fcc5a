import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's top folder. */
export const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** The parts of package.json that the scripts read. */
export interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	n8n?: { nodes?: string[]; credentials?: string[] };
}

/** Reads the package.json of a folder. */
export function readPackageJson(dir: string = PROJECT_DIR): PackageJson {
	return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as PackageJson;
}
