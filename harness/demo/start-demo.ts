import { startN8n, type RunningN8n } from '../n8n/start.ts';
import type { WorkflowToImport } from '../n8n/types.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import type { Child } from '../shared/child.ts';
import { sandboxCredentials } from './credentials.ts';
import type { DemoClock } from './clock/clock.ts';
import type { Language } from './options.ts';
import { startSandbox } from './sandbox.ts';
import { demoWorkflow, webhookPath, type Timing } from './template.ts';
import { readTemplate } from './template-file.ts';

interface StartOptions {
	lang: Language;
	/** The template's name; the language's first example unless given. */
	template?: string;
	port: number;
	phonePort: number;
	userFolder: string;
	/** The package is installed in the user folder already. */
	isInstalled?: boolean;
	/** Shortens the template's delays; without it they stay as they are. */
	timing?: Timing;
	/** The sandbox and n8n live by it; without it by the machine's time. */
	clock?: DemoClock;
	log: (step: string) => void;
}

/** A sandbox and an n8n that know each other, with the template active. */
export interface RunningDemo {
	sandboxUrl: string;
	sandbox: Child;
	n8n: RunningN8n;
	workflow: WorkflowToImport;
	stop: () => Promise<void>;
}

/** Starts the sandbox and n8n with the built package, the credentials and the template imported and published. */
export async function startDemo({
	lang,
	template,
	port,
	phonePort,
	userFolder,
	isInstalled = false,
	timing,
	clock,
	log,
}: StartOptions): Promise<RunningDemo> {
	const credentials = sandboxCredentials(`http://127.0.0.1:${phonePort}`);
	const workflow = demoWorkflow(readTemplate(lang, template), credentials, timing);
	const path = webhookPath(workflow);
	const webhook = path && `http://127.0.0.1:${port}${path}`;
	const sandbox = await startSandbox(phonePort, webhook, lang, clock?.env);
	log('sandbox is ready');
	const n8n = await startN8n({
		userFolder,
		port,
		packageDir: isInstalled ? undefined : PROJECT_DIR,
		credentials,
		workflows: [workflow],
		env: clock?.env,
		log,
	});
	await n8n.waitForActivation();
	log('n8n is ready and the workflow is active');
	return {
		sandboxUrl: sandbox.url,
		sandbox: sandbox.process,
		n8n,
		workflow,
		stop: async () => {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
