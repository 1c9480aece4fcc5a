import { join } from 'node:path';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { handMadeCredentials, TABLE } from './hand-made.ts';
import { N8nFiles } from './n8n-files.ts';
import { SandboxClient } from './sandbox-client.ts';

const PRELOADED = ['graph-to-sandbox.cjs', 'meter.cjs'].map((name) =>
	join(import.meta.dirname, 'preload', name),
);

/** One way of doing it: an n8n of its own with its workflows, and a sandbox of its own in Meta's place. */
export interface Arm {
	name: string;
	n8n: RunningN8n;
	files: N8nFiles;
	sandbox: SandboxClient;
	/** Where a webhook of a workflow listens. */
	urlOf(workflow: string): string;
	/** Seconds of processor time n8n has used so far. */
	cpu(): Promise<number>;
	/** Waits until nothing is running and nothing new has begun for a moment. */
	quiet(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts n8n and a sandbox for it; the sandbox's webhooks go to the first workflow. */
export async function startArm(
	name: string,
	workflows: WorkflowToImport[],
	log: (step: string) => void,
): Promise<Arm> {
	const [port = 0, sandboxPort = 0, meterPort = 0] = await freePorts(3);
	const url = `http://127.0.0.1:${port}`;
	const urlOf = (workflow: string) => `${url}/webhook/${workflow}/webhook`;
	const started = await startSandbox(sandboxPort, urlOf(workflows[0]?.id ?? ''), 'en');
	const sandbox = new SandboxClient(started.url);
	await sandbox.settings({ statusDelayMs: 50 });
	const n8n = await startN8n({
		...{ userFolder: temporaryFolder('bench'), port, packageDir: PROJECT_DIR, workflows },
		credentials: [...sandboxCredentials(started.url), ...handMadeCredentials(started.url)],
		env: {
			NODE_OPTIONS: PRELOADED.map((file) => `--require "${file}"`).join(' '),
			BENCH_GRAPH_URL: `${started.url}/graph`,
			BENCH_METER_PORT: String(meterPort),
		},
	});
	await n8n.waitForActivation();
	await makeTable(n8n);
	log(`${name}: n8n is ready`);
	const files = new N8nFiles(n8n.userFolder);
	return {
		...{ name, n8n, files, sandbox, urlOf },
		async cpu() {
			const { cpu } = (await (await fetch(`http://127.0.0.1:${meterPort}`)).json()) as {
				cpu: { user: number; system: number };
			};
			return (cpu.user + cpu.system) / 1e6;
		},
		quiet: async () => await quiet(name, n8n, files, sandbox),
		stop: async () => {
			await Promise.all([n8n.stop(), started.process.stop()]);
		},
	};
}

/** The table of the hand-made workflows; it is there in every n8n, so that all are alike. */
async function makeTable(n8n: RunningN8n): Promise<void> {
	const rest = await n8n.login();
	const { data } = (await (await rest('/rest/projects/personal')).json()) as { data: { id: string } };
	const made = await rest(`/rest/projects/${data.id}/data-tables`, {
		method: 'POST',
		body: JSON.stringify(TABLE),
	});
	if (!made.ok)
		throw new CliError(`n8n made no data table (${made.status}): ${(await made.text()).slice(0, 300)}`);
}

const QUIET_PROBES = 3;

async function quiet(name: string, n8n: RunningN8n, files: N8nFiles, sandbox: SandboxClient): Promise<void> {
	let before = -1;
	let same = 0;
	await waitUntil({
		...{ what: `${name} to have nothing more to do`, seconds: 300, everyMs: 250, details: n8n.lastLines },
		probe: async () => {
			n8n.assertRunning();
			const { all, busy } = files.executions();
			const { deliveries } = await sandbox.state();
			const idle = busy === 0 && all === before && deliveries.every(({ done }) => done);
			same = idle ? same + 1 : 0;
			before = all;
			return same >= QUIET_PROBES || undefined;
		},
	});
}
