import { parseArgs } from 'node:util';
import { IntakeSettingsError, readIntakeSettings, startIntake } from '../lib/index.ts';
import { environmentWith } from './environment.ts';

/** Runs the intake until it is told to end; gives the exit code. */
export async function runIntake(args: string[]): Promise<number> {
	quietenSqlite();
	const ended = new Promise<void>((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
	});
	try {
		const settings = readIntakeSettings(environmentWith(process.env, settingsFileOf(args)));
		const starting = startIntake(settings, (line) => console.error(line));
		const intake = await Promise.race([starting, ended]);
		if (!intake) return 0;
		console.log(JSON.stringify({ listening: intake.address }));
		await ended;
		await intake.stop();
		return 0;
	} catch (error) {
		const { message, advice, stack } = error as Error & { advice?: string };
		console.error(advice === undefined ? stack : `${message}${message.endsWith('.') ? '' : '.'}\n${advice}`);
		return 1;
	}
}

function settingsFileOf(args: string[]): string | undefined {
	try {
		return parseArgs({ args, options: { settings: { type: 'string' } } }).values.settings;
	} catch (error) {
		throw new IntakeSettingsError(
			(error as Error).message,
			'"n8n-nodes-meta-followup intake --help" tells all of it.',
		);
	}
}

/** Node warns that its SQLite is experimental; nobody who reads the log can do anything about it. */
function quietenSqlite(): void {
	process.removeAllListeners('warning');
	process.on('warning', ({ name, message }) => {
		if (name !== 'ExperimentalWarning') console.error(`${name}: ${message}`);
	});
}
