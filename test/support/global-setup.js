// kysely is published as ES modules only, and jest loads those only behind an experimental flag of Node that would have to
// be given to every call. One CommonJS file of it, made once, needs no flag.
const { existsSync, mkdirSync, renameSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..', '..');
const { devDependencies } = require('../../package.json');
const made = join(root, 'node_modules', '.cache', `kysely-${devDependencies.kysely}.cjs`);

module.exports = function globalSetup() {
	if (existsSync(made)) return;
	mkdirSync(dirname(made), { recursive: true });
	const unfinished = `${made}.${process.pid}`;
	buildSync({
		stdin: {
			contents: "export * from 'kysely'; export * from 'kysely/migration';",
			resolveDir: root,
		},
		bundle: true,
		platform: 'node',
		format: 'cjs',
		outfile: unfinished,
	});
	renameSync(unfinished, made);
};

module.exports.kyselyAsCommonJs = made;
