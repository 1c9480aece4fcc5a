import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import type { Result } from './result.ts';

/** Runs one of the project's tools, showing what it says, and gives its exit code. */
export async function runTool(command: string, args: string[]): Promise<number> {
	const child = spawn(command, args, {
		cwd: PROJECT_DIR,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	const endChild = () => child.kill();
	process.on('exit', endChild);
	try {
		const [code] = (await once(child, 'exit')) as [number | null];
		return code ?? 1;
	} finally {
		process.off('exit', endChild);
	}
}

/** Runs a tool that is one check: it passes when the exit code is 0. */
export async function toolCheck(command: string, args: string[]): Promise<Result> {
	const code = await runTool(command, args);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Adds up the results of checks, run one after another. */
export async function inTurn(...checks: (() => Promise<Result>)[]): Promise<Result> {
	const sum = { passed: 0, failed: 0 };
	for (const check of checks) {
		const { passed, failed } = await check();
		sum.passed += passed;
		sum.failed += failed;
	}
	return sum;
}
