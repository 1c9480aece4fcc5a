import { join } from 'node:path';
import { runCommand } from '../../../harness/shared/child.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';

const LIMIT_SECONDS = 120;

/** Runs one of the store's scripts as a user does, and gives its exit code and what it printed. */
export async function runScript(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
	const { code, log } = await runCommand({
		...{ name, command: process.execPath, seconds: LIMIT_SECONDS, cwd: PROJECT_DIR },
		args: [join(PROJECT_DIR, 'scripts', `${name}.ts`), ...args],
	});
	return { code, said: log.lines.join('\n') };
}
