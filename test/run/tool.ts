import { execa } from 'execa';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import type { Result } from './result.ts';

/** Runs one of the project's tools, showing what it says, and gives its exit code. */
export async function runTool(command: string, args: string[]): Promise<number> {
	const { exitCode = 1 } = await execa(command, args, {
		...{ cwd: PROJECT_DIR, stdin: 'ignore', stdout: 'inherit', stderr: 'inherit', reject: false },
	});
	return exitCode;
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
