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
import { filled, N8N_WORDS, type Lang } from './words.ts';

type Log = (line: string) => void;

const PROGRESS_EVERY_MS = 10_000;
const STEP_LIMIT_SECONDS = 30 * 60;
/** Gives the folder of a complete n8n, installing it first if this machine has none yet. */
export async function ensureN8n(log: Log = console.log, lang: Lang = 'en'): Promise<string> {
	const folder = installedFolder();
	if (existsSync(folder)) return folder;
	await mkdir(cacheFolder(), { recursive: true });
	return await withLock(`${folder}.lock`, {
		patienceMs: 2 * STEP_LIMIT_SECONDS * 1000,
		onWait: () => log(N8N_WORDS[lang].waiting),
		action: async () => {
			if (!existsSync(folder)) await install(folder, log, lang);
			return folder;
		},
	});
}

async function install(folder: string, log: Log, lang: Lang): Promise<void> {
	const words = N8N_WORDS[lang];
	const version = n8nVersion();
	const start = performance.now();
	log(filled(words.installing, { version, folder }));
	log(words.once);
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
		await npmStep({
			...{ cwd: unfinished, title: words.downloading, advice: words.connection, log, lang },
			args: ['install', '--ignore-scripts', '--save-exact', `n8n@${version}`, ...quiet],
		});
		await npmStep({
			...{ cwd: unfinished, advice: words.native, log, lang },
			title: filled(words.building, { parts: NATIVE_PARTS.join(', ') }),
			args: ['rebuild', '--ignore-scripts=false', ...NATIVE_PARTS, ...quiet],
		});
		await rename(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	log(filled(words.installed, { version, time: spoken(performance.now() - start) }));
}

/** What broken-off installations left; the lock is ours, so nobody is working in them. */
async function removeUnfinished(folder: string): Promise<void> {
	const names = await readdir(dirname(folder));
	const left = names.filter((name) => name.startsWith(`${basename(folder)}.installing-`));
	await Promise.all(
		left.map(async (name) => await rm(join(dirname(folder), name), { recursive: true, force: true })),
	);
}

interface NpmStep {
	cwd: string;
	title: string;
	args: string[];
	/** What a person can do when it fails. */
	advice: string;
	log: Log;
	lang: Lang;
}

async function npmStep({ cwd, title, args, advice, log, lang }: NpmStep): Promise<void> {
	const words = N8N_WORDS[lang];
	const start = performance.now();
	log(`  n8n: ${title} …`);
	const ticking = setInterval(
		() => log(`  n8n: ${title} … ${spoken(performance.now() - start)}`),
		PROGRESS_EVERY_MS,
	);
	try {
		const { code, log: said } = await runCommand({
			name: `npm ${args[0]}`,
			command: 'npm',
			args,
			cwd,
			env: npmEnvironment(),
			seconds: STEP_LIMIT_SECONDS,
		});
		if (code !== 0) {
			const message = filled(words.notInstalled, { args: args.join(' '), code, advice });
			throw new CliError(`${message}\n${said.last(words.npmSaid)}`);
		}
	} finally {
		clearInterval(ticking);
	}
	log(`  n8n: ${title}: ${filled(words.done, { time: spoken(performance.now() - start) })}`);
}
