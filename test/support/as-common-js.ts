import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { dataAsJson } from '../../harness/shared/data-as-json.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Libraries that are published as ES modules only, with what the code imports of each. jest loads those only behind an
 * experimental flag of Node that would have to be given to every call; one CommonJS file of each, made once, needs none.
 */
const LIBRARIES: Record<string, { imported: string; contents: string }> = {
	kysely: {
		imported: '^kysely(/migration)?$',
		contents: "export * from 'kysely'; export * from 'kysely/migration';",
	},
	...whole('d3-scale', 'd3-shape', 'execa', 'get-port', 'p-limit', 'p-wait-for'),
	eld: { imported: '^eld/extrasmall$', contents: "export * from 'eld/extrasmall';" },
};

/** Libraries of which everything is imported by their own names. */
function whole(...names: string[]): typeof LIBRARIES {
	return Object.fromEntries(
		names.map((name) => [
			name,
			{
				imported: `^${name}$`,
				contents: `export * from '${name}'; import * as all from '${name}'; export default all.default;`,
			},
		]),
	);
}

const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	devDependencies: Record<string, string>;
};

const fileOf = (name: string) => join(ROOT, 'node_modules', '.cache', `${name}-${devDependencies[name]}.cjs`);

/** Where jest finds them, for its `moduleNameMapper`. */
export const asCommonJs = Object.fromEntries(
	Object.entries(LIBRARIES).map(([name, { imported }]) => [imported, fileOf(name)]),
);

/** Makes the files that are not there yet. */
export async function makeCommonJs(): Promise<void> {
	for (const [name, { contents }] of Object.entries(LIBRARIES)) {
		const file = fileOf(name);
		if (existsSync(file)) continue;
		mkdirSync(dirname(file), { recursive: true });
		const unfinished = `${file}.${process.pid}`;
		await build({
			...{ stdin: { contents, resolveDir: ROOT }, outfile: unfinished },
			...{ bundle: true, platform: 'node', format: 'cjs', plugins: [dataAsJson], logLevel: 'error' },
		});
		renameSync(unfinished, file);
	}
}
