const { rm, cp, glob } = require('node:fs/promises');
const { join, relative, sep } = require('node:path');
const { series, parallel, watch } = require('gulp');
const esbuild = require('esbuild');
const { dataAsJson } = require('./harness/shared/data-as-json.cjs');

const DIST = join(__dirname, 'dist');
const ENGINE = join(__dirname, 'lib', 'index.ts');

const SHARED_OPTIONS = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	// The oldest Node with node:sqlite, on which n8n 2.11 runs too.
	target: 'node22.16',
	logLevel: 'warning',
	legalComments: 'none',
};

/** Whoever asks for the engine (`../lib/index.ts`, `../../lib/index.ts`) gets one shared file, so that all nodes share one store. */
const engineStaysOutside = {
	name: 'engine-stays-outside',
	setup(build) {
		build.onResolve({ filter: /\/lib\/index\.ts$/ }, ({ importer }) => {
			const depth = relative(__dirname, importer).startsWith('credentials') ? '..' : '../..';
			return { path: `${depth}/lib/index.js`, external: true };
		});
	},
};

async function files(pattern) {
	const found = [];
	for await (const file of glob(pattern, { cwd: __dirname })) found.push(file);
	return found.sort();
}

async function clean() {
	await rm(DIST, { recursive: true, force: true });
}

async function engine() {
	await esbuild.build({
		...SHARED_OPTIONS,
		entryPoints: [ENGINE],
		outfile: join(DIST, 'lib', 'index.js'),
		minify: true,
		keepNames: true,
		// pg loads its native twin only when asked to; it is not part of this package.
		external: ['pg-native', 'pg-cloudflare'],
		plugins: [dataAsJson],
	});
}

async function nodes() {
	await esbuild.build({
		...SHARED_OPTIONS,
		entryPoints: [...(await files('nodes/**/*.node.ts')), ...(await files('credentials/*.credentials.ts'))],
		outdir: DIST,
		outbase: __dirname,
		external: ['n8n-workflow'],
		plugins: [engineStaysOutside],
	});
}

async function assets() {
	const wanted = [...(await files('{nodes,credentials}/**/*.svg')), ...(await files('nodes/**/*.node.json'))];
	await Promise.all(wanted.map(async (file) => await cp(join(__dirname, file), join(DIST, file))));
}

async function checkLayout() {
	const misplaced = (await files('nodes/**/*.node.ts')).filter(
		(file) => relative('nodes', file).split(sep).length !== 2,
	);
	if (misplaced.length > 0) {
		throw new Error(
			`Node files must lie at nodes/<Node>/<Node>.node.ts, because they ask for the engine by ../../lib/index.ts. Move: ${misplaced.join(', ')}`,
		);
	}
}

const build = series(checkLayout, clean, parallel(engine, nodes, assets));

exports.build = build;
exports.default = build;
exports.watch = series(build, () => {
	watch(['lib/**/*.ts'], engine);
	watch(['nodes/**/*.ts', 'credentials/**/*.ts'], nodes);
	watch(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], assets);
});
