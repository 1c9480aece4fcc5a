import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { sandboxCredentials } from '../../scripts/demo/credentials.ts';
import { startSandbox } from '../../scripts/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../scripts/n8n/start.ts';
import { freePorts } from '../../scripts/shared/ports.ts';
import { PROJECT_DIR } from '../../scripts/shared/project.ts';
import { temporaryFolder } from '../../scripts/shared/temporary-folder.ts';
import { openDatabase, type Database } from './databases.ts';
import type { CrashOptions } from './options.ts';
import { prefill } from './prefill.ts';
import { CrashSandbox } from './sandbox.ts';
import { crashWorkflow } from './workflow.ts';

/** Everything that outlives the kills, and n8n, which does not. */
export interface Stage {
	sandbox: CrashSandbox;
	database: Database;
	/** The customer in the sandbox's books of each follow-up. */
	customers: Map<string, string>;
	/** Starts n8n in the same folder as before; it is not active yet. */
	start(): Promise<RunningN8n>;
	stop(): Promise<void>;
}

export async function setStage(
	{ store, followUps }: CrashOptions,
	say: (step: string) => void,
): Promise<Stage> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('crash');
	const packageDir = await frozenPackage();
	const sandboxProcess = await startSandbox(sandboxPort, `http://127.0.0.1:${port}/nobody-listens`, 'en');
	const sandbox = new CrashSandbox(sandboxProcess.url);
	// Nobody listens to webhooks here: what is unknown stays unknown, and the books can be held against it.
	await sandbox.call('PUT', '/settings', { webhook: null, muteStatuses: true });
	const database = await openDatabase(store, packageDir, userFolder);
	const customers = await prefill(database, sandbox, followUps);
	say(`${followUps} follow-ups are due in the store (${store})`);
	const { credential } = database;
	const credentials = [...sandboxCredentials(sandboxProcess.url), ...(credential ? [credential] : [])];
	const workflows = [crashWorkflow(credential && { id: credential.id, name: credential.name })];
	let first = true;
	return {
		...{ sandbox, database, customers },
		async start() {
			const imports = first ? { credentials, workflows, say } : {};
			first = false;
			return await startN8n({ userFolder, port, packageDir, ...imports });
		},
		async stop() {
			await Promise.all([sandboxProcess.process.stop(), database.stop()]);
		},
	};
}

/** A copy of the built package: a build made meanwhile must not change it under the run. */
async function frozenPackage(): Promise<string> {
	const folder = temporaryFolder('crash-package');
	for (const part of ['dist', 'workflows-templates', 'package.json'])
		await cp(join(PROJECT_DIR, part), join(folder, part), { recursive: true });
	return folder;
}
