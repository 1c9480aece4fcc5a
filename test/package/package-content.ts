import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { PROJECT_DIR, readPackageJson } from '../../harness/shared/project.ts';
import { packedFiles } from '../../harness/shared/packed-files.ts';

export interface Finding {
	name: string;
	problem?: string;
	note?: string;
}

const PACKED_LIMIT_BYTES = 2 * 1024 * 1024;
/** All that a published package may contain. */
const ALLOWED = [
	/^package\.json$/,
	/^(README(\.es)?|LICENSE|CHANGELOG)(\.md)?$/i,
	/^dist\/package\.json$/,
	/^dist\/THIRD-PARTY-NOTICES\.txt$/,
	/^dist\/bin\/cli\.js$/,
	/^dist\/(nodes|credentials|lib)\/.+\.(js|json|svg|png|d\.ts)$/,
	/^workflows-templates\/.+\.(json|md)$/,
];
const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';
const NOT_IN_DIST = /(^|\/)(test|tests|sandbox|scripts)\/|\.test\./;

const ENGINE = 'dist/lib/index.js';
/** Characters; a text that stands in the code cannot be broken. */
const LINE_LIMIT = 10_000;

type Icon = string | { light: string; dark: string } | undefined;

/** Looks at what npm would publish: size, content, and that n8n will find everything it is told of. */
export async function packageContent(): Promise<Finding[]> {
	const packageJson = readPackageJson();
	const { files, size } = await packedFiles(PROJECT_DIR);
	const paths = new Set(files.map(({ path }) => path));
	const nodes = packageJson.n8n?.nodes ?? [];
	const credentials = packageJson.n8n?.credentials ?? [];
	const strangers = [...paths].filter(
		(path) => NOT_IN_DIST.test(path) || !ALLOWED.some((pattern) => pattern.test(path)),
	);
	const missing = [...nodes, ...credentials].filter((path) => !paths.has(path));
	const dependencies = Object.keys(packageJson.dependencies ?? {});
	return [
		finding(
			'the package has no dependencies',
			dependencies.length > 0 &&
				`package.json has ${dependencies.join(', ')}; bundle them and move them to devDependencies`,
		),
		finding(
			'the packed size is at most 2 MB',
			size > PACKED_LIMIT_BYTES && `it is ${inKilobytes(size)}`,
			inKilobytes(size),
		),
		finding(
			'nothing but the product is packed',
			strangers.length > 0 && `${list(strangers)} should not be there; see "files" in package.json`,
			`${paths.size} files`,
		),
		finding(
			'the licences of what is bundled come along',
			!paths.has(NOTICES) && `${NOTICES} is not there; the build writes it`,
		),
		finding(
			'every path of the n8n block is packed',
			nodes.length === 0
				? 'package.json names no nodes under "n8n"'
				: missing.length > 0 && `${list(missing)} is not there`,
			`${nodes.length} nodes, ${credentials.length} credentials`,
		),
		finding(
			'a stack trace of the engine can be read',
			longestLine() > LINE_LIMIT && `a line of ${ENGINE} has ${longestLine()} characters; see gulpfile.js`,
		),
		...(missing.length > 0 ? [] : [...nodes, ...credentials].map((path) => iconsOf(path, paths))),
		...nodes.map((path) => codexOf(path, paths)),
	];
}

function longestLine(): number {
	const lines = readFileSync(join(PROJECT_DIR, ENGINE), 'utf8').split('\n');
	return Math.max(...lines.map(({ length }) => length));
}

function iconsOf(path: string, paths: Set<string>): Finding {
	const name = `${path} has icons for light and dark`;
	let icon: Icon;
	try {
		icon = iconIn(path);
	} catch (error) {
		return { name, problem: `the file cannot be loaded: ${(error as Error).message}` };
	}
	if (typeof icon !== 'object')
		return { name, problem: `its icon is ${JSON.stringify(icon)}; give { light: 'file:…', dark: 'file:…' }` };
	const missing = [icon.light, icon.dark].filter(
		(place) =>
			!place?.startsWith('file:') || !paths.has(normalize(join(dirname(path), place.slice('file:'.length)))),
	);
	if (missing.length > 0) return { name, problem: `${missing.join(' and ')} is not packed` };
	return finding(name, icon.light === icon.dark && 'both are the same file');
}

function iconIn(path: string): Icon {
	const exported = createRequire(import.meta.url)(join(PROJECT_DIR, path)) as Record<
		string,
		new () => { description?: { icon?: Icon }; icon?: Icon }
	>;
	const [Type] = Object.values(exported);
	if (!Type) return undefined;
	const instance = new Type();
	return instance.description?.icon ?? instance.icon;
}

/** n8n silently ignores a codex file without `resources`. */
function codexOf(path: string, paths: Set<string>): Finding {
	const name = `${path} has a codex file with resources`;
	const codex = path.replace(/\.js$/, '.json');
	if (!paths.has(codex) || !existsSync(join(PROJECT_DIR, codex)))
		return { name, problem: `${codex} is not packed` };
	const { resources } = createRequire(import.meta.url)(join(PROJECT_DIR, codex)) as { resources?: unknown };
	return finding(
		name,
		typeof resources !== 'object' && `${codex} has no "resources"; n8n would ignore the whole file`,
	);
}

function finding(name: string, problem: string | false, note?: string): Finding {
	return { name, ...(problem ? { problem } : {}), ...(note ? { note } : {}) };
}

function list(paths: string[]): string {
	return paths.length > 8 ? `${paths.slice(0, 8).join(', ')} and ${paths.length - 8} more` : paths.join(', ');
}

function inKilobytes(bytes: number): string {
	return `${Math.round(bytes / 1024)} kB`;
}
