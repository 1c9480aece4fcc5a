import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { openDatabase, type Database } from '../../crash/databases.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';
import { AWAY_STORE, workflows } from './workflows.ts';

export interface Person {
	id: string;
	/** The key of the conversation in the store. */
	conversation: string;
}

/** A real n8n with two places for executions, the sandbox in Meta's place, and something that holds places. */
export interface Fixture {
	n8n: RunningN8n;
	sandbox: CrashSandbox;
	database: Database;
	/** Somebody who wrote to a workflow and was answered; the trigger has taken both in when this returns. */
	newPerson(workflow: string, name: string): Promise<Person>;
	/** Calls a workflow and gives the status and what its last node gave out. */
	call(workflow: string, body: object): Promise<{ status: number; items: Record<string, unknown>[] }>;
	/** How many messages reached each of them. */
	received(people: Person[]): Promise<number[]>;
	/** How many executions are held at this moment. */
	held(): number;
	/** Lets all of them go on. */
	letGo(): void;
	stop(): Promise<void>;
}

const MESSENGER_PAGE = '400000000000001';
const PLACES = '2';

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-attempts');
	const waiting = new Set<ServerResponse>();
	const gate = createServer((_request, response) => {
		waiting.add(response);
		response.on('close', () => waiting.delete(response));
	});
	await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
	const hold = `http://127.0.0.1:${(gate.address() as AddressInfo).port}/hold`;
	const sandboxProcess = await startSandbox(sandboxPort, 'http://127.0.0.1:1/nobody-listens-yet', 'en');
	const sandbox = new CrashSandbox(sandboxProcess.url);
	const database = await openDatabase('sqlite', { packageDir: PROJECT_DIR, userFolder });
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, log },
		env: { N8N_CONCURRENCY_PRODUCTION_LIMIT: PLACES },
		credentials: [...sandboxCredentials(sandboxProcess.url), AWAY_STORE],
		workflows: workflows(hold),
	});
	await n8n.waitForActivation();
	const letGo = () => {
		for (const response of waiting) response.end('go on');
	};
	return {
		...{ n8n, sandbox, database, letGo, held: () => waiting.size },
		async newPerson(workflow, name) {
			const made = await sandbox.call<{ id: string; contactId: string }>('POST', '/customers', {
				...{ name, channel: 'messenger' },
			});
			await sandbox.call('PUT', '/settings', { webhook: `${n8n.url}/webhook/${workflow}/webhook` });
			const path = `/customers/${made.id}`;
			await sandbox.call('POST', `${path}/messages`, { text: 'I would like an appointment', wait: true });
			await sandbox.call('POST', `${path}/business`, { text: 'Which day suits you?', wait: true });
			return { id: made.id, conversation: `messenger:${MESSENGER_PAGE}:${made.contactId}` };
		},
		async call(workflow, body) {
			const response = await fetch(`${n8n.url}/webhook/${workflow}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			const text = await response.text();
			const answer: unknown = text === '' ? [] : JSON.parse(text);
			const items = (Array.isArray(answer) ? answer : [answer]) as Record<string, unknown>[];
			return { status: response.status, items };
		},
		async received(people) {
			const { byCustomer } = await sandbox.sent();
			return people.map(({ id }) => byCustomer.get(id) ?? 0);
		},
		async stop() {
			letGo();
			await n8n.stop();
			gate.close();
			await Promise.all([sandboxProcess.process.stop(), database.stop()]);
		},
	};
}
