import { prepareCluster, type Cluster } from '../../harness/n8n/cluster.ts';
import { startN8n, type RunningN8n } from '../../harness/n8n/start.ts';
import type { CredentialToImport, WorkflowToImport } from '../../harness/n8n/types.ts';
import { freePorts } from '../../harness/shared/ports.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import type { CrashOptions } from './options.ts';
import { CHATBOT } from './workflow.ts';

/** The n8n that is killed: one process, or a cluster of which one process at a time is killed. */
export type N8nUnderKills = {
	webhookUrl: string;
	/** Starts what is not running, in the same folders as before, and waits until it works. */
	startAll(): Promise<void>;
	/** Fails if something has ended by itself. */
	assertRunning(): void;
	lastLines(): string;
	/** Ends what still runs, in good order. */
	stop(): Promise<void>;
} & ({ mode: 'regular'; start(): Promise<RunningN8n> } | { mode: 'queue'; cluster: Cluster });

interface Setup {
	options: CrashOptions;
	folder: string;
	/** Where the embedded store lies, if there is one. */
	userFolder: string;
	packageDir: string;
	server?: PostgresServer;
	credentials: CredentialToImport[];
	workflows: WorkflowToImport[];
	log: (step: string) => void;
}

const WORKERS = 2;
/**
 * n8n takes a killed worker's run for lost after a minute and looks for such runs every half minute; until then the Due
 * Trigger counts it as running. Shorter, so that the kills do not spend their time with waiting.
 */
const LOST_RUNS = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};
/**
 * A killed n8n leaves a publication under way behind, and the next one waits two minutes until it takes that over (n8n
 * 2.41.1, 2026-11-30). A kill that falls into a start must not cost the run those minutes.
 */
const BROKEN_OFF_PUBLICATIONS = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '20',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '2000',
};

/** Makes n8n ready to be started. */
export async function prepareN8n(setup: Setup): Promise<N8nUnderKills> {
	return setup.options.mode === 'regular' ? await single(setup) : await queue(setup);
}

async function single({
	userFolder,
	packageDir,
	credentials,
	workflows,
	log,
}: Setup): Promise<N8nUnderKills> {
	const [port = 0] = await freePorts(1);
	let first = true;
	let running: RunningN8n | undefined;
	const start = async () => {
		const imports = first ? { credentials, workflows, log } : {};
		first = false;
		return (running = await startN8n({
			...{ userFolder, port, packageDir, env: BROKEN_OFF_PUBLICATIONS },
			...imports,
		}));
	};
	return {
		...{ mode: 'regular', webhookUrl: `http://127.0.0.1:${port}`, start },
		startAll: async () => await (await start()).waitForActivation([CHATBOT]),
		assertRunning: () => running?.assertRunning(),
		lastLines: () => running?.lastLines() ?? 'n8n was never started',
		stop: async () => await running?.stop(),
	};
}

async function queue(setup: Setup): Promise<N8nUnderKills> {
	const { options, folder, userFolder, packageDir, server, credentials, workflows, log } = setup;
	if (!server) throw new Error('n8n in queue mode keeps its own data in PostgreSQL, and none was started');
	const redis = await startRedis();
	const cluster = await prepareCluster({
		...{ folder, packageDir, credentials, workflows, log, workers: WORKERS },
		env: { ...LOST_RUNS, ...BROKEN_OFF_PUBLICATIONS },
		...(options.store === 'sqlite' ? { sharedFolder: userFolder } : {}),
		services: { redis, database: await server.newDatabase() },
	});
	return {
		...{ mode: 'queue', cluster, webhookUrl: cluster.webhookUrl },
		startAll: async () => await cluster.start(),
		assertRunning: () => cluster.assertRunning(),
		lastLines: () => cluster.lastLines(),
		async stop() {
			await cluster.stop();
			await redis.stop();
		},
	};
}
