import { join } from 'node:path';
import { freePorts } from '../shared/ports.ts';
import { importAndPublish, n8nCommands } from './commands.ts';
import { ensureN8n } from './install.ts';
import { clusterMember, type Member } from './member.ts';
import { putPackageInPlace } from './package-in-place.ts';
import { queueEnvironment, type QueueServices } from './queue-environment.ts';
import type { CredentialToImport, WorkflowToImport } from './types.ts';

/** What an n8n in queue mode is made of. */
export interface ClusterOptions {
	/** Holds a folder for each process. */
	folder: string;
	packageDir: string;
	services: QueueServices;
	workers: number;
	credentials: CredentialToImport[];
	workflows: WorkflowToImport[];
	/** All processes use this user folder, as on one host; without it each has its own. */
	sharedFolder?: string;
	/** More settings for every process, or others than the usual ones. */
	env?: Record<string, string>;
	log?: (step: string) => void;
}

/** An n8n in queue mode: a main process, workers and a process for webhooks, none of them started yet. */
export interface Cluster {
	/** The main process: editor, REST API, triggers. */
	url: string;
	/** Where webhooks are taken in. */
	webhookUrl: string;
	main: Member;
	webhook: Member;
	workers: Member[];
	/** All of them. */
	members: Member[];
	/** Starts those that are not running, and waits until everything works. */
	start(): Promise<void>;
	/** Fails with the last lines of a process that has ended by itself. */
	assertRunning(): void;
	lastLines(): string;
	stop(): Promise<void>;
}

/** Puts the package in place for each process and imports credentials and workflows. */
export async function prepareCluster(options: ClusterOptions): Promise<Cluster> {
	const {
		folder,
		packageDir,
		services,
		workers,
		credentials,
		workflows,
		sharedFolder,
		log = () => {},
	} = options;
	const n8nFolder = await ensureN8n(log);
	const names = ['main', 'webhook', ...Array.from({ length: workers }, (_, n) => `worker-${n + 1}`)];
	const ports = await freePorts(2 * names.length);
	const members = names.map((name, n) =>
		clusterMember({
			...{ name, n8nFolder, activeIds: workflows.map(({ id }) => id) },
			userFolder: sharedFolder ?? join(folder, name),
			...{ port: ports[2 * n] as number, brokerPort: ports[2 * n + 1] as number },
			env: {
				...queueEnvironment(services),
				...(sharedFolder ? { META_FOLLOWUP_SHARED_DISK: 'true' } : {}),
				...options.env,
			},
		}),
	);
	const [main, webhook, ...rest] = members as [Member, Member, ...Member[]];
	for (const userFolder of new Set(members.map((member) => member.userFolder)))
		await putPackageInPlace(packageDir, userFolder);
	log(`importing ${credentials.length} credentials and ${workflows.length} workflows into n8n`);
	await importAndPublish(
		n8nCommands(join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n'), main.environment),
		join(folder, 'import'),
		credentials,
		workflows,
	);
	return {
		...{ url: main.url, webhookUrl: webhook.url, main, webhook, workers: rest, members },
		async start() {
			for (const member of members) if (!member.isRunning()) member.start();
			await Promise.all(members.map(async (member) => await member.ready()));
		},
		assertRunning: () => members.forEach((member) => member.assertRunning()),
		lastLines: () => members.map((member) => member.lastLines()).join('\n'),
		stop: async () => void (await Promise.all(members.map(async (member) => await member.stop()))),
	};
}
