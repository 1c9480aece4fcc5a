import { startN8n, type RunningN8n } from '../n8n/start.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import type { Child } from '../shared/child.ts';
import { sandboxCredentials } from './credentials.ts';
import type { Language } from './options.ts';
import { startSandbox } from './sandbox.ts';
import { demoWorkflow, webhookPath, type Timing } from './template.ts';
import { readTemplate } from './template-file.ts';

interface StartOptions {
	lang: Language;
	port: number;
	phonePort: number;
	userFolder: string;
	/** The package is installed in the user folder already. */
	isInstalled?: boolean;
	/** Shortens the template's delays; without it they stay as they are. */
	timing?: Timing;
	log: (step: string) => void;
}

/** A sandbox and an n8n that know each other, with the template active. */
export interface RunningDemo {
	sandboxUrl: string;
	sandbox: Child;
	n8n: RunningN8n;
	stop: () => Promise<void>;
}

/** Starts the sandbox and n8n with the built package, the credentials and the template imported and published. */
export async function startDemo({
	lang,
	port,
	phonePort,
	userFolder,
	isInstalled = false,
	timing,
	log,
}: StartOptions): Promise<RunningDemo> {
	const credentials = sandboxCredentials(`http://127.0.0.1:${phonePort}`);
	const workflow = demoWorkflow(readTemplate(lang), credentials, timing);
	const path = webhookPath(workflow);
	const webhook = path && `http://127.0.0.1:${port}${path}`;
	const sandbox = await startSandbox(phonePort, webhook, lang);
	log('sandbox is ready');
	const n8n = await startN8n({
		userFolder,
		port,
		packageDir: isInstalled ? undefined : PROJECT_DIR,
		credentials,
		workflows: [workflow],
		log,
	});
	await n8n.waitForActivation();
	log('n8n is ready and the workflow is active');
	return {
		sandboxUrl: sandbox.url,
		sandbox: sandbox.process,
		n8n,
		stop: async () => {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
