import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runCommand } from '../shared/child.ts';
import { CliError } from '../shared/cli-error.ts';
import { spoken } from '../shared/time.ts';
import { cacheFolder, installedFolder } from './cache-folder.ts';
import { withLock } from './lock.ts';
import { npmEnvironment } from './npm-environment.ts';
import { n8nVersion, NATIVE_PARTS } from './version.ts';

type Log = (line: string) => void;

const PROGRESS_EVERY_MS = 10_000;
const STEP_LIMIT_SECONDS = 30 * 60;
const NATIVE_ADVICE =
	"sqlite3 is fetched ready-made from github.com; where that is not reached it is built here, which needs Python 3, make and a C++ compiler, and the C headers of Node: those that came with yours, or from nodejs.org. Make one of the two possible and try again; the packages then come from npm's cache.";

/** Gives the folder of a complete n8n, installing it first if this machine has none yet. */
export async function ensureN8n(log: Log = console.log): Promise<string> {
	const folder = installedFolder();
	if (existsSync(folder)) return folder;
	await mkdir(cacheFolder(), { recursive: true });
	return await withLock(`${folder}.lock`, {
		patienceMs: 2 * STEP_LIMIT_SECONDS * 1000,
		onWait: () => log('Another process is installing n8n; waiting for it …'),
		action: async () => {
			if (!existsSync(folder)) await install(folder, log);
			return folder;
		},
	});
}

async function install(folder: string, log: Log): Promise<void> {
	const version = n8nVersion();
	const start = performance.now();
	log(`Installing n8n ${version} (about 3 GB) into ${folder}`);
	log('This happens once and takes five to ten minutes; later runs use what is there.');
	await removeUnfinished(folder);
	const unfinished = `${folder}.installing-${process.pid}`;
	await mkdir(unfinished);
	try {
		// npm takes the next folder upwards that has a package.json; with one here, no settings of another project apply.
		await writeFile(
			join(unfinished, 'package.json'),
			JSON.stringify({ name: 'n8n-under-test', private: true }),
		);
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-update-notifier'];
		await npmStep(
			unfinished,
			'downloading packages',
			['install', '--ignore-scripts', '--save-exact', `n8n@${version}`, ...quiet],
			'Check the connection to the package registry and the free disk space (3 GB), then try again.',
			log,
		);
		await npmStep(
			unfinished,
			`building ${NATIVE_PARTS.join(' and ')}`,
			['rebuild', '--ignore-scripts=false', ...NATIVE_PARTS, ...quiet],
			NATIVE_ADVICE,
			log,
		);
		await rename(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	log(`n8n ${version} is installed (${spoken(performance.now() - start)}).`);
}

/** What broken-off installations left; the lock is ours, so nobody is working in them. */
async function removeUnfinished(folder: string): Promise<void> {
	const names = await readdir(dirname(folder));
	const left = names.filter((name) => name.startsWith(`${basename(folder)}.installing-`));
	await Promise.all(
		left.map(async (name) => await rm(join(dirname(folder), name), { recursive: true, force: true })),
	);
}

async function npmStep(cwd: string, title: string, args: string[], advice: string, log: Log): Promise<void> {
	const start = performance.now();
	log(`  n8n: ${title} …`);
	const ticking = setInterval(
		() => log(`  n8n: ${title} … ${spoken(performance.now() - start)}`),
		PROGRESS_EVERY_MS,
	);
	try {
		const { code, log } = await runCommand({
			name: `npm ${args[0]}`,
			command: 'npm',
			args,
			cwd,
			env: npmEnvironment(),
			seconds: STEP_LIMIT_SECONDS,
		});
		if (code !== 0) {
			throw new CliError(
				`n8n could not be installed: "npm ${args.join(' ')}" ended with code ${code}. ${advice}\n${log.last('npm said')}`,
			);
		}
	} finally {
		clearInterval(ticking);
	}
	log(`  n8n: ${title}: done after ${spoken(performance.now() - start)}`);
}
