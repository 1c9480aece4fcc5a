import { chmod, cp, glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { build as bundle } from 'esbuild';
import gulp from 'gulp';
import { dataAsJson } from './harness/shared/data-as-json.ts';
import { noticesOf } from './harness/shared/notices.ts';

const { series, parallel } = gulp;
const ROOT = import.meta.dirname;
const DIST = join(ROOT, 'dist');
const ENGINE = join(ROOT, 'lib', 'index.ts');

const SHARED_OPTIONS = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	// The oldest Node with node:sqlite, on which n8n 2.11 runs too.
	target: 'node22.16',
	logLevel: 'warning',
	// The notices of what is bundled stand together in a file of their own.
	legalComments: 'none',
	metafile: true,
};

/**
 * Without spaces and long names, but a stack trace can be read: functions keep their names, and lines are short. Loading
 * costs the same (146 and 147 ms of processor time), with everything spelt out 170 ms (2026-12-01).
 */
const SMALL = { minify: true, keepNames: true, lineLimit: 200 };

/** Whoever asks for the engine (`../lib/index.ts`, `../../lib/index.ts`) gets one shared file, so that all nodes share one store. */
const engineStaysOutside = {
	name: 'engine-stays-outside',
	setup(build) {
		build.onResolve({ filter: /\/lib\/index\.ts$/ }, ({ importer }) => {
			const depth = /^(bin|credentials)\b/.test(relative(ROOT, importer)) ? '..' : '../..';
			return { path: `${depth}/lib/index.js`, external: true };
		});
	},
};

/**
 * Libraries that few users need, or that are needed long after the start: files of their own, read when first asked for. V8
 * goes through every file that it loads, used or not: with all of them inside, the nodes took 294 ms to load, without 173
 * (2026-11-30, side by side).
 */
const LATER = {
	openai: 'openai',
	undici: 'undici',
	eld: 'eld/extrasmall',
	// 1.4 MB of rules and tables of the planets, for chatbots that keep holidays.
	'date-holidays': './lib/follow-up/holidays/date-holidays.ts',
};

/** As it is imported: a library by its name, a file of this project by its own, from beside it. */
const importOf = (path) => (path.startsWith('.') ? `./${basename(path)}` : path);

/** `await import()` of one of them stays as it is; a plain import becomes one that is made at the first use. */
const loadedLater = {
	name: 'loaded-later',
	setup(build) {
		for (const [file, path] of Object.entries(LATER)) {
			build.onResolve({ filter: new RegExp(`^${RegExp.escape(importOf(path))}$`) }, ({ kind }) =>
				kind === 'dynamic-import'
					? { path: `./${file}.js`, external: true }
					: { path: file, namespace: 'at-first-use' },
			);
		}
		build.onLoad({ filter: /.*/, namespace: 'at-first-use' }, async ({ path: file }) => {
			const names = Object.keys(await import(LATER[file])).filter((name) => name !== 'default');
			const getters = names.map((name) => `get ${name}() { return require('./${file}.js').${name}; }`);
			return { contents: `module.exports = { ${getters.join(', ')} };` };
		});
		build.onResolve({ filter: /.*/, namespace: 'at-first-use' }, ({ path }) => ({ path, external: true }));
	},
};

async function files(pattern) {
	const found = [];
	for await (const file of glob(pattern, { cwd: ROOT })) found.push(file);
	return found.sort();
}

async function clean() {
	await rm(DIST, { recursive: true, force: true });
}

/** n8n loads nodes with require; the package itself is written as ES modules. */
async function moduleKind() {
	await mkdir(DIST, { recursive: true });
	await writeFile(join(DIST, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`);
}

const bundles = {};

async function engine() {
	bundles.engine = await bundle({
		...SHARED_OPTIONS,
		entryPoints: [ENGINE],
		outfile: join(DIST, 'lib', 'index.js'),
		...SMALL,
		// pg loads its native twin only when asked to; it is not part of this package.
		external: ['pg-native', 'pg-cloudflare'],
		plugins: [dataAsJson, loadedLater],
	});
}

async function later() {
	bundles.later = await bundle({
		...SHARED_OPTIONS,
		entryPoints: LATER,
		outdir: join(DIST, 'lib'),
		...SMALL,
		plugins: [dataAsJson],
	});
}

async function nodes() {
	bundles.nodes = await bundle({
		...SHARED_OPTIONS,
		entryPoints: [...(await files('nodes/**/*.node.ts')), ...(await files('credentials/*.credentials.ts'))],
		outdir: DIST,
		outbase: ROOT,
		external: ['n8n-workflow'],
		plugins: [engineStaysOutside],
	});
}

async function bin() {
	bundles.bin = await bundle({
		...SHARED_OPTIONS,
		entryPoints: [join(ROOT, 'bin', 'cli.ts')],
		outfile: join(DIST, 'bin', 'cli.js'),
		plugins: [engineStaysOutside],
	});
	await chmod(join(DIST, 'bin', 'cli.js'), 0o755);
}

async function notices() {
	const metafiles = Object.values(bundles).map(({ metafile }) => metafile);
	await writeFile(join(DIST, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(metafiles, ROOT));
}

async function assets() {
	const wanted = [...(await files('{nodes,credentials}/**/*.svg')), ...(await files('nodes/**/*.node.json'))];
	await Promise.all(wanted.map(async (file) => await cp(join(ROOT, file), join(DIST, file))));
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

export const build = series(
	checkLayout,
	clean,
	parallel(moduleKind, engine, later, nodes, bin, assets),
	notices,
);

export default build;

export const watch = series(build, () => {
	gulp.watch(['lib/**/*.ts'], engine);
	gulp.watch(['nodes/**/*.ts', 'credentials/**/*.ts'], nodes);
	gulp.watch(['bin/**/*.ts'], bin);
	gulp.watch(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], assets);
});
