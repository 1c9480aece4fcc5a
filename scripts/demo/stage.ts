import { startN8n, type RunningN8n } from '../n8n/start.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import type { Child } from '../shared/child.ts';
import { sandboxCredentials } from './credentials.ts';
import type { Language } from './options.ts';
import { startSandbox } from './sandbox.ts';
import { demoWorkflow, webhookPath, type Pace } from './template.ts';

interface StageOptions {
	lang: Language;
	port: number;
	phonePort: number;
	userFolder: string;
	pace: Pace;
	say: (step: string) => void;
}

/** A sandbox and an n8n that know each other, with the template active. */
export interface Stage {
	sandboxUrl: string;
	sandbox: Child;
	n8n: RunningN8n;
	workflowId: string;
	stop: () => Promise<void>;
}

/** Starts the sandbox and n8n with the built package, the credentials and the template imported and published. */
export async function setStage({
	lang,
	port,
	phonePort,
	userFolder,
	pace,
	say,
}: StageOptions): Promise<Stage> {
	const credentials = sandboxCredentials(`http://127.0.0.1:${phonePort}`);
	const workflow = demoWorkflow(lang, pace, credentials);
	const sandbox = await startSandbox(phonePort, `http://127.0.0.1:${port}${webhookPath(workflow)}`, lang);
	say('sandbox is ready');
	const n8n = await startN8n({
		userFolder,
		port,
		packageDir: PROJECT_DIR,
		credentials,
		workflows: [workflow],
		say,
	});
	await n8n.waitForActivation();
	say('n8n is ready and the workflow is active');
	return {
		sandboxUrl: sandbox.url,
		sandbox: sandbox.process,
		n8n,
		workflowId: workflow.id,
		stop: async () => {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
