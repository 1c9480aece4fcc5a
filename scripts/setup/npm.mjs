import { spawnSync } from 'node:child_process';
import { machineEnvironment } from './environment.mjs';
import { SetupError } from './setup-error.mjs';

// This folder uses only what Node brings, no execa: it runs before any package is installed.

/** Runs the machine's npm in the project, showing what it says. Fails, naming the way out, when npm does. */
export function npm(root, args, wayOut) {
	const status = npmStatus(root, args);
	if (status !== 0) throw new SetupError(`"npm ${args.join(' ')}" ended with code ${status}. ${wayOut}`);
}

/** Runs the machine's npm in the project, showing what it says, and gives its exit code. */
export function npmStatus(root, args) {
	const { status, error } = spawnSync('npm', args, {
		cwd: root,
		env: machineEnvironment(root),
		// Standard output belongs to the command that is run afterwards.
		stdio: ['ignore', 2, 2],
		// npm is a script on Windows, which only a shell can start.
		shell: process.platform === 'win32',
	});
	if (error) {
		throw new SetupError(
			`npm could not be started (${error.message}). Install Node.js 18 or newer, which brings npm, and try again.`,
		);
	}
	return status;
}
