import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startNodeScript, type Child } from '../shared/child.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { waitForActivation } from './activation.ts';
import { n8nEnvironment } from './environment.ts';
import { n8nDatabase } from './n8n-database.ts';

/** Several processes start at once and share the machine's cores. */
const READY_LIMIT_SECONDS = 300;
const CONCURRENCY = 5;
const READY_LINE: Record<string, string> = {
	webhook: 'Webhook listener waiting for requests',
	worker: 'n8n worker is now ready',
};

interface MemberOptions {
	/** `main`, `webhook` or `worker-<n>`. */
	name: string;
	n8nFolder: string;
	userFolder: string;
	port: number;
	brokerPort: number;
	env: Record<string, string>;
	/** The workflows that the main process is to activate. */
	activeIds: string[];
}

/** One process of an n8n in queue mode; it can be started again after its end. */
export interface Member {
	name: string;
	role: 'main' | 'webhook' | 'worker';
	url: string;
	userFolder: string;
	environment: NodeJS.ProcessEnv;
	start(): void;
	/** Waits until it does its work. */
	ready(): Promise<void>;
	isRunning(): boolean;
	/** Fails with its last lines if it has ended by itself. */
	assertRunning(): void;
	lastLines(): string;
	logLines(): readonly string[];
	/** Ends it and its task runner as a crash would, and waits until they are gone. */
	kill9(): Promise<void>;
	stop(): Promise<void>;
}

/** Makes a process of a cluster; it is not started yet. */
export function clusterMember(options: MemberOptions): Member {
	const { name, n8nFolder, userFolder, port, brokerPort, env, activeIds } = options;
	const role = name.replace(/-\d+$/, '') as Member['role'];
	const environment = n8nEnvironment({ n8nFolder, userFolder, port, brokerPort, extra: env });
	const binary = join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');
	const command = {
		...{ main: ['start'], webhook: ['webhook'] },
		worker: ['worker', `--concurrency=${CONCURRENCY}`],
	}[role];
	let child: Child | undefined;
	const running = (): Child => {
		if (!child) throw new Error(`${name} has not been started`);
		return child;
	};
	const lastLines = () => child?.log.last(`Last lines of ${name}`) ?? `${name} has not been started`;
	return {
		...{ name, role, userFolder, environment, lastLines },
		url: `http://127.0.0.1:${port}`,
		start() {
			mkdirSync(userFolder, { recursive: true });
			child = startNodeScript({
				...{ name: `n8n (${name})`, args: [binary, ...command], cwd: userFolder, env: environment },
			});
		},
		async ready() {
			const started = running();
			const line = READY_LINE[role];
			if (line === undefined)
				return await waitForActivation({
					...{ n8n: started, database: n8nDatabase(environment) },
					...{ workflowIds: activeIds, seconds: READY_LIMIT_SECONDS },
				});
			await waitUntil({
				...{ what: `${name} to be ready`, seconds: READY_LIMIT_SECONDS, details: lastLines },
				probe: () => {
					started.assertRunning();
					return started.log.lines.some((one) => one.includes(line)) || undefined;
				},
			});
		},
		isRunning: () => child !== undefined && !child.hasEnded,
		assertRunning: () => running().assertRunning(),
		logLines: () => child?.log.lines ?? [],
		async kill9() {
			child?.kill();
			await child?.ended;
		},
		stop: async () => await child?.stop(),
	};
}
