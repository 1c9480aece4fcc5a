import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { sandboxCredentials } from '../../harness/demo/credentials.ts';
import { startSandbox } from '../../harness/demo/sandbox.ts';
import { freePorts } from '../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { Chance } from '../simulation/chance.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { openDatabase, type Database } from './databases.ts';
import { startGate } from './gate.ts';
import { prepareN8n, type N8nUnderKills } from './n8n.ts';
import type { CrashOptions } from './options.ts';
import { prefill } from './prefill.ts';
import { Replies } from './replies.ts';
import { CrashSandbox } from './sandbox.ts';
import { BEFOREHAND, crashWorkflow, LIVE_STATES, WEBHOOK_PATH } from './workflow.ts';

/** Everything that outlives the kills, and n8n, which does not. */
export interface Fixture {
	sandbox: CrashSandbox;
	database: Database;
	/** The customer in the sandbox's ledger of each follow-up. */
	customers: Map<string, string>;
	replies: Replies;
	n8n: N8nUnderKills;
	stop(): Promise<void>;
}

/** A run in queue mode sends on while one process is down; at this pace each kill finds its share of the work. */
const SECONDS_PER_KILL = 7;

/**
 * Soon at first, so that repetitions meet the next kills as well; then at growing distances, as Meta does. Repeated every
 * second, what had piled up while n8n was down was more than a webhook process on a busy machine could ever answer.
 */
const REPEATED = [
	1_000,
	1_500,
	2_000,
	3_000,
	5_000,
	8_000,
	13_000,
	20_000,
	...Array<number>(60).fill(30_000),
];

/** Prepares the follow-ups and n8n; nothing of n8n runs yet. */
export async function setUpFixture(options: CrashOptions, log: (step: string) => void): Promise<Fixture> {
	const { store, mode, followUps, kills, seed } = options;
	const ending: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of ending.reverse()) await end();
	};
	try {
		const [sandboxPort = 0] = await freePorts(1);
		const folder = temporaryFolder('crash');
		const packageDir = await frozenPackage();
		const server = await serverFor(options);
		if (server) ending.push(async () => await server.stop());
		const sandboxProcess = await startSandbox(sandboxPort, 'http://127.0.0.1:1/nobody-listens-yet', 'en');
		ending.push(async () => await sandboxProcess.process.stop());
		const sandbox = new CrashSandbox(sandboxProcess.url);
		// What is unknown stays unknown without statuses, and the ledger can be held against it.
		await sandbox.call('PUT', '/settings', { webhook: null, muteStatuses: true });
		const userFolder = join(folder, 'shared');
		const database = await openDatabase(store, { packageDir, userFolder, ...(server ? { server } : {}) });
		const people = await prefill(database, sandbox, { ...BEFOREHAND, count: followUps });
		log(`${followUps} follow-ups are due in the store (${store})`);
		const { credential } = database;
		const perMinute = Math.ceil((followUps * 60) / (Math.max(1, kills) * SECONDS_PER_KILL));
		const workflow = crashWorkflow({
			...(credential ? { storeCredential: { id: credential.id, name: credential.name } } : {}),
			maxPerMinute: mode === 'queue' ? perMinute : 0,
		});
		const n8n = await prepareN8n({
			...{ options, folder, userFolder, packageDir, log, workflows: [workflow] },
			credentials: [...sandboxCredentials(sandboxProcess.url), ...(credential ? [credential] : [])],
			...(server ? { server } : {}),
		});
		ending.push(async () => await n8n.stop());
		const gate = await startGate(n8n.webhookUrl);
		ending.push(async () => await gate.stop());
		await sandbox.call('PUT', '/settings', {
			webhook: `${gate.url}${WEBHOOK_PATH}`,
			retryDelaysMs: REPEATED,
		});
		const customers = new Map(people.map(({ followUp, customer }) => [followUp, customer]));
		const replies = new Replies(sandbox, people, new Chance(seed + 1));
		return { sandbox, database, customers, replies, n8n, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The follow-ups of the beginning that are not over. */
export async function liveOnes({ database, customers }: Pick<Fixture, 'database' | 'customers'>) {
	const live = await database.use(
		async (store) => await store.list({ states: [...LIVE_STATES], limit: 100_000 }),
	);
	return live.filter(({ id }) => customers.has(id));
}

async function serverFor({ store, mode }: CrashOptions): Promise<PostgresServer | undefined> {
	return store === 'postgres' || mode === 'queue' ? await startPostgres() : undefined;
}

/** A copy of the built package: a build made meanwhile must not change it under the run. */
async function frozenPackage(): Promise<string> {
	const folder = temporaryFolder('crash-package');
	for (const part of ['dist', 'workflows-templates', 'package.json'])
		await cp(join(PROJECT_DIR, part), join(folder, part), { recursive: true });
	return folder;
}
