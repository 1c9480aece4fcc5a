/** Something a person can put right: its message is shown as it is, without a stack trace. */
export class CliError extends Error {
	override readonly name = 'CliError';
}

/** Runs the main function of a script; a failure becomes exit code 1 with a message that says what happened. */
export async function runMain(main: () => Promise<number>): Promise<never> {
	try {
		process.exit(await main());
	} catch (error) {
		console.error(error instanceof CliError ? `\n${error.message}` : error);
		process.exit(1);
	}
}
