import { join } from 'node:path';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { prepareCluster, type Cluster } from '../../../harness/n8n/cluster.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { openDatabase, type Database } from '../../crash/databases.ts';
import { prefill, type Person } from '../../crash/prefill.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';
import { startPostgres } from '../../support/postgres.ts';
import { startRedis } from '../../support/redis.ts';
import type { QueueOptions } from './options.ts';
import { appointmentWorkflow, CHATBOT, chatbotOf } from './workflow.ts';

/** n8n in queue mode with everything around it. */
export interface Fixture {
	cluster: Cluster;
	sandbox: CrashSandbox;
	database: Database;
	people: Person[];
	stop(): Promise<void>;
}

/** More than the template's delay of 4 hours, and well inside the messaging window. */
const SILENT_HOURS = 5;

/**
 * When much happens at once Meta packs it together and repeats at growing distances: each request to a webhook costs n8n
 * 2.39.10 about 40 ms of CPU (a V8 isolate for the expressions of that request). Statuses, and the
 * echoes of the other two platforms, are left out: those of 2,000 messages keep one webhook process busy for minutes, and the
 * replies of customers, which matter here, wait behind them.
 */
const RUSH = {
	muteStatuses: true,
	batchMs: 1_000,
	retryDelaysMs: [20_000, 40_000, ...Array<number>(30).fill(60_000)],
};

/** Redis, PostgreSQL, the sandbox, the follow-ups and all processes of n8n, up and working. */
export async function setUpFixture(
	{ followUps, workers }: QueueOptions,
	log: (step: string) => void,
): Promise<Fixture> {
	const [sandboxPort = 0] = await freePorts(1);
	const ending: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of ending.reverse()) await end();
	};
	try {
		// Which of two transactions came first is decided by the server's own log, not by clocks.
		const server = await startPostgres({ track_commit_timestamp: 'on' });
		ending.push(async () => await server.stop());
		const redis = await startRedis();
		ending.push(async () => await redis.stop());
		const sandboxProcess = await startSandbox(sandboxPort, 'http://127.0.0.1:1/nobody-listens-yet', 'en');
		ending.push(async () => await sandboxProcess.process.stop());
		const sandbox = new CrashSandbox(sandboxProcess.url);
		await sandbox.call('PUT', '/settings', { webhook: null });

		const folder = temporaryFolder('queue');
		const database = await openDatabase('postgres', { packageDir: PROJECT_DIR, userFolder: folder, server });
		const store = database.credential as NonNullable<Database['credential']>;
		const credentials = [...sandboxCredentials(sandboxProcess.url), store];
		const workflow = appointmentWorkflow(credentials, { id: store.id, name: store.name });
		const people = await prefill(database, sandbox, {
			...{ count: followUps, chatbot: chatbotOf(workflow), hoursAgo: SILENT_HOURS },
			channels: ['whatsapp'],
			asked: 'Hello, I would like an appointment this week',
			answered: 'We have tomorrow at 10. Does that suit you?',
		});
		await database.query("update scheduled_follow_ups set due_at = 4102444800000 where state = 'scheduled'");
		log(
			`${followUps} customers wrote ${SILENT_HOURS} hours ago and are silent; their follow-ups are planned`,
		);

		const cluster = await prepareCluster({
			...{ folder: join(folder, 'n8n'), packageDir: PROJECT_DIR, workers, credentials, log },
			...{ services: { redis, database: await server.newDatabase() }, workflows: [workflow] },
		});
		ending.push(async () => await cluster.stop());
		await cluster.start();
		await sandbox.call('PUT', '/settings', {
			webhook: `${cluster.webhookUrl}/webhook/${CHATBOT}/webhook`,
			...RUSH,
		});
		log(`n8n is up: ${cluster.members.map(({ name }) => name).join(', ')}`);
		return { cluster, sandbox, database, people, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
