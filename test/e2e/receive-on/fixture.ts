import { join } from 'node:path';
import { sandboxCredentials, SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import type { CredentialToImport } from '../../../harness/n8n/types.ts';
import { startNodeScript } from '../../../harness/shared/child.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { openDatabase } from '../../crash/databases.ts';
import { startPostgres } from '../../support/postgres.ts';
import { workflow, WORKFLOW } from './workflow.ts';

export type Way = 'ownPort' | 'intakeProcess';

/** A real n8n with its store in Postgres, and whatever receives Meta's webhooks for it. */
export interface Fixture {
	n8n: RunningN8n;
	/** Where Meta delivers. */
	url: string;
	userFolder: string;
	/** Starts n8n again after it ended; done when the workflow is active. */
	startAgain(): Promise<void>;
	/** How many events wait in the store. */
	waiting(): Promise<number>;
	stop(): Promise<void>;
}

export async function setUpFixture(way: Way, log: (step: string) => void): Promise<Fixture> {
	const [port = 0, ownPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder(`e2e-${way}`);
	const server = await startPostgres();
	const database = await openDatabase('postgres', { packageDir: PROJECT_DIR, userFolder, server });
	const credential = database.credential as CredentialToImport;
	const intake = way === 'intakeProcess' ? await startIntake(credential, ownPort) : undefined;
	const options = { userFolder, port, log };
	const n8n = await startN8n({
		...{ ...options, packageDir: PROJECT_DIR },
		credentials: [...sandboxCredentials('http://127.0.0.1:1'), credential],
		workflows: [workflow({ receiveOn: way, ...(way === 'ownPort' ? { ownPort } : {}) }, credential)],
	});
	await n8n.waitForActivation();
	const fixture: Fixture = {
		...{ n8n, userFolder, url: `http://127.0.0.1:${ownPort}/webhook` },
		async startAgain() {
			fixture.n8n = await startN8n({ ...options, packageDir: undefined });
			await fixture.n8n.waitForActivation([WORKFLOW]);
		},
		async waiting() {
			const rows = await database.query<{ count: string }>('select count(*) from waiting_starts');
			return Number(rows[0]?.count);
		},
		async stop() {
			await fixture.n8n.stop();
			await intake?.stop();
			await database.stop();
			await server.stop();
		},
	};
	return fixture;
}

async function startIntake({ data }: CredentialToImport, port: number) {
	const { host, port: serverPort, database, user } = data as Record<string, string | number>;
	const child = startNodeScript({
		...{ name: 'The intake', args: [join(PROJECT_DIR, 'dist', 'bin', 'cli.js'), 'intake'] },
		env: {
			...{ PATH: process.env.PATH, PORT: String(port), META_APP_SECRETS: SANDBOX_SECRETS.appSecret },
			META_VERIFY_TOKEN: SANDBOX_SECRETS.verifyToken,
			FOLLOWUP_STORE: `postgres://${user}@${host}:${serverPort}/${database}`,
		},
	});
	await child.line(/^\{"listening"/);
	return child;
}
