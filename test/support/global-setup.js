// Some libraries are published as ES modules only, and jest loads those only behind an experimental flag of Node that would
// have to be given to every call. One CommonJS file of each, made once, needs no flag.
const { existsSync, mkdirSync, renameSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');
const { dataAsJson } = require('../../harness/shared/data-as-json.cjs');
const { makeTemporaryRoot } = require('./temporary-root.js');

const root = join(__dirname, '..', '..');
const { devDependencies } = require('../../package.json');

const made = (name, contents) => ({
	contents,
	file: join(root, 'node_modules', '.cache', `${name}-${devDependencies[name]}.cjs`),
});

const kysely = made('kysely', "export * from 'kysely'; export * from 'kysely/migration';");
const d3Scale = made('d3-scale', "export * from 'd3-scale';");
const d3Shape = made('d3-shape', "export * from 'd3-shape';");
const eld = made('eld', "export * from 'eld/extrasmall';");

module.exports = async function globalSetup() {
	makeTemporaryRoot();
	for (const library of [kysely, d3Scale, d3Shape, eld]) await make(library);
};

async function make({ file, contents }) {
	if (existsSync(file)) return;
	mkdirSync(dirname(file), { recursive: true });
	const unfinished = `${file}.${process.pid}`;
	await build({
		stdin: { contents, resolveDir: root },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		outfile: unfinished,
		plugins: [dataAsJson],
	});
	renameSync(unfinished, file);
}

/** Where jest finds them, for its `moduleNameMapper`. */
module.exports.asCommonJs = {
	'^kysely(/migration)?$': kysely.file,
	'^d3-scale$': d3Scale.file,
	'^d3-shape$': d3Shape.file,
	'^eld/extrasmall$': eld.file,
};
