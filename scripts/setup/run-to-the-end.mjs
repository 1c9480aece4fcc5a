import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError } from './setup-error.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a command with this process's input and output, passes signals on to it, and gives back its exit code. */
export function runToTheEnd(command, args, { env }) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
		const passOn = (signal) => child.kill(signal);
		for (const signal of SIGNALS) process.on(signal, passOn);
		child.once('error', (error) =>
			reject(new SetupError(`"${command}" could not be started: ${error.message}`)),
		);
		child.once('exit', (code, signal) => {
			for (const name of SIGNALS) process.off(name, passOn);
			// Shells report a process that a signal ended as 128 + its number.
			resolve(code ?? 128 + constants.signals[signal]);
		});
	});
}
