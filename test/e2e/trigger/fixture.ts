import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { storedRows } from '../../../harness/smoke/store-file.ts';
import { webhookPath, WORKFLOWS, workflows } from './workflows.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';

/** A real n8n with the four workflows, and the sandbox in Meta's place. */
export interface Fixture {
	n8n: RunningN8n;
	urlOf(workflow: string): string;
	/** The sandbox's control API. */
	sandbox<T>(method: string, path: string, body?: object): Promise<T>;
	/** How many executions each workflow has had. */
	executions(): Record<keyof typeof WORKFLOWS, number>;
	/** Waits until all workflows together have had so many, and nothing is running. */
	settled(total: number): Promise<void>;
	stored(fits: (row: Record<string, unknown>) => boolean): number;
	planned(): Record<string, unknown>[];
	stop(): Promise<void>;
}

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-trigger');
	const url = `http://127.0.0.1:${port}`;
	const credentials = sandboxCredentials(`http://127.0.0.1:${sandboxPort}`);
	const sandbox = await startSandbox(sandboxPort, `${url}${webhookPath(WORKFLOWS.first)}`, 'es');
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, credentials, workflows: workflows(url), log },
	});
	await n8n.waitForActivation();
	const count = (id: string) => n8n.executions().filter(({ workflowId }) => workflowId === id).length;
	return {
		n8n,
		urlOf: (workflow) => `${url}${webhookPath(workflow)}`,
		sandbox: async <T>(method: string, path: string, body?: object) =>
			await new CrashSandbox(sandbox.url).call<T>(method, path, body),
		executions: () => ({
			first: count(WORKFLOWS.first),
			second: count(WORKFLOWS.second),
			managed: count(WORKFLOWS.managed),
			planning: count(WORKFLOWS.planning),
		}),
		settled: async (total) =>
			void (await waitUntil({
				what: `${total} executions to be over`,
				seconds: 30,
				details: n8n.lastLines,
				probe: () => {
					const all = n8n.executions();
					return (all.length >= total && all.every(({ stoppedAt }) => stoppedAt !== null)) || undefined;
				},
			})),
		stored: (fits) => storedRows(userFolder, 'messages').filter(fits).length,
		planned: () => storedRows(userFolder, 'scheduled_follow_ups'),
		async stop() {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
