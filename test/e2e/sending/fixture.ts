import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { INBOUND, workflows } from './workflows.ts';

export type Item = Record<string, unknown>;

/** What the sandbox has in its ledger of the messages that went to customers, and of what it refused. */
export interface Ledger {
	messages: { customer: string | null; via: string; type: string; text?: string }[];
	refusals: unknown[];
	violations: unknown[];
}

/** A real n8n with the sending workflows, and the sandbox in Meta's place. */
export interface Fixture {
	n8n: RunningN8n;
	/** Calls a workflow and gives the items its last node gave out. */
	call(workflow: string, body: object): Promise<Item[]>;
	sandbox<T>(method: string, path: string, body?: object): Promise<T>;
	stop(): Promise<void>;
}

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const url = `http://127.0.0.1:${port}`;
	const sandbox = await startSandbox(sandboxPort, `${url}/webhook/${INBOUND}/webhook`, 'es');
	const n8n = await startN8n({
		...{ userFolder: temporaryFolder('e2e-sending'), port, packageDir: PROJECT_DIR, log },
		...{ credentials: sandboxCredentials(`http://127.0.0.1:${sandboxPort}`), workflows: workflows() },
	});
	await n8n.waitForActivation();
	const json = async <T>(address: string, method: string, body?: object) => {
		const response = await fetch(address, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		return (await response.json()) as T;
	};
	return {
		n8n,
		async call(workflow, body) {
			const answer = await json<Item | Item[]>(`${url}/webhook/${workflow}`, 'POST', body);
			return Array.isArray(answer) ? answer : [answer];
		},
		sandbox: async <T>(method: string, path: string, body?: object) =>
			await json<T>(`${sandbox.url}/api${path}`, method, body),
		async stop() {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
