import { join } from 'node:path';
import { startNodeScript } from '../shared/child.ts';
import { freePorts, requirePort } from '../shared/ports.ts';
import { waitForActivation } from './activation.ts';
import { importAndPublish, n8nCommands } from './commands.ts';
import { n8nEnvironment } from './environment.ts';
import { readExecutions, type Execution } from './executions.ts';
import { ensureN8n } from './install.ts';
import { n8nDatabase } from './n8n-database.ts';
import { login } from './login.ts';
import { StandStillWatch } from './stand-stills/watch.ts';
import { putPackageInPlace } from './package-in-place.ts';
import type { CredentialToImport, WorkflowToImport } from './types.ts';
import { filled, N8N_WORDS, type Lang } from './words.ts';

const ACTIVATION_LIMIT_SECONDS = 240;

/** What an n8n is started with. */
export interface N8nOptions {
	/** n8n keeps everything of this instance in its `.n8n`. Starting again in the same folder continues it. */
	userFolder: string;
	port: number;
	/** A built package; what npm would publish of it is put in place. Undefined: what is installed in the folder stays as it is. */
	packageDir: string | undefined;
	/** Imported before the start. Leave them out when starting again. */
	credentials?: CredentialToImport[];
	/** Imported and published before the start. */
	workflows?: WorkflowToImport[];
	/** Imported before the start and left unpublished. */
	drafts?: WorkflowToImport[];
	/** More settings for n8n, or others than the usual ones. */
	env?: Record<string, string>;
	/** In which the steps are told; English unless given. */
	lang?: Lang;
	/** Hears of each step. */
	log?: (step: string) => void;
	/** Gets every line that n8n writes. */
	onLine?: (line: string) => void;
}

/** A running n8n. */
export interface RunningN8n {
	url: string;
	userFolder: string;
	/** Waits until the imported workflows, or the named ones, are active. */
	waitForActivation(workflowIds?: string[]): Promise<void>;
	/** Logs the owner in and gives a `fetch` for n8n's internal REST API. */
	login(): ReturnType<typeof login>;
	/** Every execution so far, oldest first. */
	executions(): Execution[];
	/** Every line n8n has written. */
	logLines(): readonly string[];
	/** The last lines under a heading, for messages. */
	lastLines(): string;
	/** Resolves when n8n is not running any more, whatever the reason. */
	ended: Promise<number | null>;
	/** Fails with the last lines if n8n has ended by itself. */
	assertRunning(): void;
	/** Ends n8n in good order. */
	stop(): Promise<void>;
	/** Ends n8n and its task runner as a crash would, and waits until they are gone. */
	kill9(): Promise<void>;
}

/** Starts a real n8n with this package; installs n8n first where that has not happened yet. */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const {
		userFolder,
		port,
		packageDir,
		credentials = [],
		workflows = [],
		drafts = [],
		env,
		lang = 'en',
		log = () => {},
		onLine,
	} = options;
	const words = N8N_WORDS[lang];
	await requirePort(port, 'n8n', words.stopIt, lang);
	const n8nFolder = await ensureN8n(log, lang);
	const binary = join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');
	const [brokerPort = 0] = await freePorts(1);
	const environment = n8nEnvironment({ n8nFolder, userFolder, port, brokerPort, extra: env });
	const standStills = new StandStillWatch();

	if (packageDir !== undefined) await putPackageInPlace(packageDir, userFolder);
	const counts = { credentials: credentials.length, workflows: workflows.length + drafts.length };
	log(filled(words.importing, counts));
	await importAndPublish(
		n8nCommands(binary, environment),
		join(userFolder, 'import'),
		credentials,
		workflows,
		drafts,
	);
	log(words.starting);
	const n8n = startNodeScript({
		name: 'n8n',
		args: [binary, 'start'],
		cwd: userFolder,
		env: { ...environment, ...standStills.env(environment) },
		onLine,
	});
	const importedIds = workflows.map(({ id }) => id);
	const url = `http://127.0.0.1:${port}`;

	return {
		url,
		userFolder,
		async waitForActivation(ids = importedIds) {
			await waitForActivation({
				...{ n8n, database: n8nDatabase(environment), workflowIds: ids, seconds: ACTIVATION_LIMIT_SECONDS },
			});
			standStills.ready();
		},
		login: async () => await login(url),
		executions: () => readExecutions(userFolder),
		logLines: () => n8n.log.lines,
		lastLines: () => n8n.log.last("n8n's last lines"),
		ended: n8n.ended,
		assertRunning: () => n8n.assertRunning(),
		async stop() {
			await n8n.stop();
			standStills.ended();
		},
		kill9: async () => {
			n8n.kill();
			await n8n.ended;
		},
	};
}
