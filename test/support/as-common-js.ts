import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { dataAsJson } from '../../harness/shared/data-as-json.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Library {
	/** What the code imports of it, where that is not its bare name. */
	imported?: string;
	contents: string;
}

const esModule = (name: string): Library => ({
	contents: `export * from '${name}'; import * as all from '${name}'; export default all.default;`,
});
const commonJs = (name: string): Library => ({ contents: `module.exports = require('${name}');` });

/**
 * Libraries of which jest gets one CommonJS file each, made once. Some are published as ES modules only, which jest loads
 * behind an experimental flag of Node. The others have hundreds of files (n8n-core 2,400), and jest finds, reads and
 * compiles each of them anew for every test file: more than a second where n8n's engine runs.
 */
const LIBRARIES: Record<string, Library> = {
	kysely: {
		imported: 'kysely(/migration)?',
		contents: "export * from 'kysely'; export * from 'kysely/migration';",
	},
	// Its database takes a tenth of a second to read, and most tests ask for no language: at the first use, as in the package.
	eld: {
		imported: 'eld/extrasmall',
		contents:
			"module.exports = { get eld() { return require('./node_modules/eld/src/entries/static.extrasmall.js').eld; } };",
	},
	// The same: rules of all countries, asked of by few tests.
	'date-holidays': {
		contents: "module.exports = { __esModule: true, get default() { return require('date-holidays'); } };",
	},
	...Object.fromEntries(
		['d3-scale', 'd3-shape', 'execa', 'get-port', 'p-limit', 'p-wait-for'].map((name) => [
			name,
			esModule(name),
		]),
	),
	...Object.fromEntries(
		[
			...['chrono-node/en', 'chrono-node/es', 'chrono-node/pt', 'csv-stringify/sync', 'hono/html'],
			...['libphonenumber-js/min', 'linkify-it', 'n8n-core', 'n8n-workflow', 'openai', 'pg', 'zod4'],
		].map((name) => [name, commonJs(name)]),
	),
};

const fileOf = (name: string) => {
	const [library = name] = name.split('/');
	const { version } = JSON.parse(
		readFileSync(join(ROOT, 'node_modules', library, 'package.json'), 'utf8'),
	) as { version: string };
	return join(ROOT, 'node_modules', '.cache', `${name.replace('/', '-')}-${version}.cjs`);
};

/** Where jest finds them, for its `moduleNameMapper`. */
export const asCommonJs = Object.fromEntries(
	Object.entries(LIBRARIES).map(([name, { imported = name }]) => [`^${imported}$`, fileOf(name)]),
);

/** Makes the files that are not there yet. */
export async function makeCommonJs(): Promise<void> {
	for (const [name, { contents }] of Object.entries(LIBRARIES)) {
		const file = fileOf(name);
		if (existsSync(file)) continue;
		mkdirSync(dirname(file), { recursive: true });
		const unfinished = `${file}.${process.pid}`;
		await build({
			stdin: { contents, resolveDir: ROOT },
			...{ outfile: unfinished, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
			// n8n-core is 10.8 MB otherwise and 7.3 so; names stay, as tests and errors read them.
			...{ minifyWhitespace: true, minifySyntax: true, legalComments: 'none' },
			// Native parts stay where they are.
			external: ['isolated-vm', 'pg-native', '*.node'],
			plugins: [dataAsJson, oneWorkflowPackage],
		});
		renameSync(unfinished, file);
	}
}

/** The nodes and n8n-core have to meet the same n8n-workflow; other copies of it, which parts of n8n bring, are theirs. */
const oneWorkflowPackage: Plugin = {
	name: 'one-workflow-package',
	setup({ onResolve, resolve }) {
		onResolve({ filter: /^n8n-workflow$/ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
			if (pluginData === oneWorkflowPackage || importer === '<stdin>') return undefined;
			const found = await resolve(path, { resolveDir, kind, importer, pluginData: oneWorkflowPackage });
			const isOurs = found.path.startsWith(join(ROOT, 'node_modules', 'n8n-workflow'));
			return isOurs ? { path, external: true } : found;
		});
	},
};
