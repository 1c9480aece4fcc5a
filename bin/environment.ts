import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { IntakeSettingsError } from '../lib/index.ts';

type Environment = Record<string, string | undefined>;

/** What may stand in a file of its own, as secrets do in Docker and Kubernetes. */
const BY_FILE = ['META_APP_SECRETS', 'META_VERIFY_TOKEN', 'FOLLOWUP_STORE'];

/**
 * The environment with what stands in files: variables of a settings file, and secrets in files of their own.
 * @throws IntakeSettingsError for a file that cannot be read.
 */
export function environmentWith(env: Environment, settingsFile: string | undefined): Environment {
	const all: Environment = {
		...(settingsFile === undefined ? {} : parseEnv(read(settingsFile, '--settings'))),
		...env,
	};
	for (const name of BY_FILE) {
		const file = all[`${name}_FILE`];
		if (file && !all[name]) all[name] = read(file, `${name}_FILE`).trim();
	}
	return all;
}

function read(file: string, named: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new IntakeSettingsError(
			`The file ${file}, named by ${named}, cannot be read: ${(error as Error).message}`,
			'Correct the path, or give the user of this process the right to read it.',
		);
	}
}
