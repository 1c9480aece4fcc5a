import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import type { Execution } from '../../../harness/n8n/executions.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { openDatabase, type Database } from '../../crash/databases.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';
import { leftOut } from '../../support/debian-tools.ts';
import { waitWorkflow, WORKFLOWS } from './workflows.ts';

/** A customer who writes to one of the workflows. */
export interface Writer {
	id: string;
	/** The key of the conversation in the store. */
	conversation: string;
}

/** A real n8n with runs that wait, and the sandbox in Meta's place. */
export interface Fixture {
	n8n(): RunningN8n;
	sandbox: CrashSandbox;
	/** The embedded store, and Postgres where there is one. */
	embedded: Database;
	postgres?: Database;
	/** A new customer writes to a workflow and is answered; the trigger has taken both in when this returns. */
	newWriter(workflow: string, name: string): Promise<Writer>;
	write(workflow: string, writer: Writer, text: string): Promise<void>;
	executions(workflow: string): Execution[];
	/** Ends n8n in good order and starts it again. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

const MESSENGER_PAGE = '400000000000001';

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-wait');
	const sandboxProcess = await startSandbox(sandboxPort, 'http://127.0.0.1:1/nobody-listens-yet', 'en');
	const sandbox = new CrashSandbox(sandboxProcess.url);
	const place = { packageDir: PROJECT_DIR, userFolder };
	const embedded = await openDatabase('sqlite', place);
	if (leftOut.includes('postgresql'))
		log('left out: the waiting run on Postgres (apt-get install postgresql)');
	const postgres = leftOut.includes('postgresql') ? undefined : await openDatabase('postgres', place);
	const store = postgres?.credential;
	const ids = [WORKFLOWS.onItsOwn, WORKFLOWS.rescued, ...(store ? [WORKFLOWS.postgres] : [])];
	const start = async (more: object) => {
		const n8n = await startN8n({ userFolder, port, packageDir: PROJECT_DIR, log, ...more });
		await n8n.waitForActivation(ids);
		return n8n;
	};
	let n8n = await start({
		credentials: [...sandboxCredentials(sandboxProcess.url), ...(store ? [store] : [])],
		workflows: [
			waitWorkflow(WORKFLOWS.onItsOwn),
			waitWorkflow(WORKFLOWS.rescued, { dueTrigger: true }),
			...(store
				? [waitWorkflow(WORKFLOWS.postgres, { storeCredential: { id: store.id, name: store.name } })]
				: []),
		],
	});
	const deliver = async (workflow: string, path: string, body: object) => {
		await sandbox.call('PUT', '/settings', { webhook: `${n8n.url}/webhook/${workflow}/webhook` });
		await sandbox.call('POST', path, { ...body, wait: true });
	};
	return {
		...{ sandbox, embedded, n8n: () => n8n, ...(postgres ? { postgres } : {}) },
		async newWriter(workflow, name) {
			const made = await sandbox.call<{ id: string; contactId: string }>('POST', '/customers', {
				...{ name, channel: 'messenger' },
			});
			await deliver(workflow, `/customers/${made.id}/messages`, { text: 'I would like an appointment' });
			await deliver(workflow, `/customers/${made.id}/business`, { text: 'Which day suits you?' });
			return { id: made.id, conversation: `messenger:${MESSENGER_PAGE}:${made.contactId}` };
		},
		write: async (workflow, { id }, text) => await deliver(workflow, `/customers/${id}/messages`, { text }),
		executions: (workflow) => n8n.executions().filter(({ workflowId }) => workflowId === workflow),
		async restart() {
			await n8n.stop();
			n8n = await start({});
		},
		async stop() {
			await n8n.stop();
			await Promise.all([sandboxProcess.process.stop(), embedded.stop(), postgres?.stop()]);
		},
	};
}
