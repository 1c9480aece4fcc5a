import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../../harness/n8n/cache-folder.ts';
import { npmEnvironment } from '../../../harness/n8n/npm-environment.ts';
import { runCommand } from '../../../harness/shared/child.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';

const VERSION = '3.21.1';
const LIMIT_SECONDS = 10 * 60;

/** The package with llama.cpp ready-made for each machine; without a graphics card. */
const BINARIES: Record<string, string> = {
	'linux-x64': 'linux-x64',
	'linux-arm64': 'linux-arm64',
	'darwin-arm64': 'mac-arm64-metal',
	'darwin-x64': 'mac-x64',
	'win32-x64': 'win-x64',
	'win32-arm64': 'win-arm64',
};

/** Gives a folder with node-llama-cpp, installing it if there is none yet. Nothing else of this project needs it. */
export async function ensureLlama(): Promise<string> {
	const folder = join(cacheFolder(), `node-llama-cpp-${VERSION}`);
	if (existsSync(folder)) return folder;
	const machine = `${process.platform}-${process.arch}`;
	const binary = BINARIES[machine];
	if (!binary) throw new CliError(`node-llama-cpp brings no llama.cpp for ${machine}; use --base-url.`);
	console.log(`Installing node-llama-cpp ${VERSION} into ${folder} …`);
	const unfinished = `${folder}.installing-${process.pid}`;
	await mkdir(unfinished, { recursive: true });
	try {
		await writeFile(join(unfinished, 'package.json'), '{"private":true}');
		// Left to itself npm brings llama.cpp for every kind of graphics card too, 700 MB.
		const packages = [`node-llama-cpp@${VERSION}`, `@node-llama-cpp/${binary}@${VERSION}`];
		const quiet = ['--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'];
		const { code, log } = await runCommand({
			...{ name: 'npm', command: 'npm', args: ['install', ...quiet, ...packages], cwd: unfinished },
			...{ env: npmEnvironment(), seconds: LIMIT_SECONDS },
		});
		if (code !== 0) throw new CliError(`node-llama-cpp could not be installed. ${log.last('npm said')}`);
		await rename(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	return folder;
}
