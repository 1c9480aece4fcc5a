import { runCommand } from './child.ts';
import { PROJECT_DIR } from './project.ts';
import { CliError } from './cli-error.ts';

/** Builds the package into dist/. */
export async function build(): Promise<void> {
	const { code, log } = await runCommand({
		name: 'gulp build',
		command: 'gulp',
		args: ['build'],
		cwd: PROJECT_DIR,
		seconds: 180,
	});
	if (code !== 0)
		throw new CliError(
			`The package could not be built (gulp build ended with code ${code}). ${log.last('gulp said')}`,
		);
}
