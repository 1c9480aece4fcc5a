#!/usr/bin/env node
import { version } from '../package.json';
import { HELP, INTAKE_HELP } from './help.ts';
import { requireNode } from './node-version.ts';

/** The program of the package: `npx n8n-nodes-meta-followup intake`. */
async function main([command, ...args]: string[]): Promise<number> {
	if (command === '--version' || command === '-v') return print(version);
	if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
		print(HELP);
		return command === undefined ? 1 : 0;
	}
	if (command !== 'intake')
		return complain(`There is no command "${command}"; there is "intake".\n\n${HELP}`);
	if (args.includes('--help') || args.includes('-h')) return print(INTAKE_HELP);
	const old = requireNode(process.versions.node);
	if (old !== undefined) return complain(old);
	// Loaded now: help and complaints need no engine, and an old Node could not read it.
	const { runIntake } = await import('./intake.ts');
	return await runIntake(args);
}

function print(text: string): number {
	console.log(text);
	return 0;
}

function complain(text: string): number {
	console.error(text);
	return 1;
}

// Whoever reads our lines may end before we do.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// Ended and not left to end: a connection that is just being tried would hold the process for seconds.
void main(process.argv.slice(2)).then((code) => process.exit(code));
