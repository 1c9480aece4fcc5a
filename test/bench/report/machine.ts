import { cpus, totalmem, type } from 'node:os';
import { execaSync } from 'execa';
import { n8nVersion } from '../../../harness/n8n/version.ts';
import { PROJECT_DIR, readPackageJson } from '../../../harness/shared/project.ts';

/** What the figures were measured on and with. */
export interface Machine {
	processor: string;
	cores: number;
	memoryGb: number;
	system: string;
	node: string;
	n8n: string;
	package: string;
	commit: string;
}

export function thisMachine(): Machine {
	const processors = cpus();
	return {
		processor: processors[0]?.model ?? 'unknown',
		cores: processors.length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		system: type(),
		node: process.version,
		n8n: n8nVersion(),
		package: readPackageJson().version,
		commit: commit(),
	};
}

/** Which state of the code was measured; a downloaded archive has none. */
function commit(): string {
	const options = { cwd: PROJECT_DIR, reject: false } as const;
	const { failed, stdout } = execaSync('git', ['rev-parse', '--short', 'HEAD'], options);
	return failed ? 'unknown' : stdout;
}
