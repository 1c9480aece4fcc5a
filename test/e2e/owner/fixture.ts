import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { INBOUND, SHOP, shopWorkflow } from './workflow.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';

const LOGIN = { username: 'tienda', password: 'una clave de prueba' };
const CREDENTIAL = { id: 'ownerLogin', name: 'Dashboard login' };
const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };

/** A real n8n with a chatbot and the dashboard, Meta's stand-in, and a browser on the dashboard. */
export interface Fixture {
	n8n: RunningN8n;
	page: Page;
	/** What went wrong on the page. */
	errors: string[];
	address: string;
	sandbox<T>(method: string, path: string, body?: object): Promise<T>;
	/** Takes the chatbot's workflow out of service, as the editor does. */
	unpublish(): Promise<void>;
	stop(): Promise<void>;
}

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const url = `http://127.0.0.1:${port}`;
	const sandbox = await startSandbox(sandboxPort, `${url}/webhook/${INBOUND}/webhook`, 'es');
	const dashboard = dashboardWorkflow();
	const n8n = await startN8n({
		...{ userFolder: temporaryFolder('e2e-owner'), port, packageDir: PROJECT_DIR, log },
		credentials: [
			...sandboxCredentials(`http://127.0.0.1:${sandboxPort}`),
			{ ...CREDENTIAL, type: 'httpBasicAuth', data: { user: LOGIN.username, password: LOGIN.password } },
		],
		workflows: [shopWorkflow(), dashboard.workflow],
	});
	await n8n.waitForActivation();
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	});
	const context = await browser.newContext({
		...{ httpCredentials: LOGIN, locale: 'es-CO', viewport: { width: 390, height: 844 } },
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('dialog', async (dialog) => await dialog.accept());
	return {
		...{ n8n, page, errors, address: `${url}/webhook/${dashboard.path}` },
		sandbox: async <T>(method: string, path: string, body?: object) =>
			await new CrashSandbox(sandbox.url).call<T>(method, path, body),
		async unpublish() {
			const rest = await n8n.login();
			const response = await rest(`/rest/workflows/${SHOP.id}/deactivate`, { method: 'POST', body: '{}' });
			if (!response.ok) throw new Error(`Not unpublished: ${response.status} ${await response.text()}`);
		},
		async stop() {
			await Promise.all([browser.close(), n8n.stop(), sandbox.process.stop()]);
		},
	};
}

/** The template as a person sets it up: the login on both webhooks, and Meta's credential for the names. */
function dashboardWorkflow(): { workflow: WorkflowToImport; path: string } {
	const file = join(PROJECT_DIR, 'workflows-templates', 'es/tablero-de-seguimientos.json');
	const template = JSON.parse(readFileSync(file, 'utf8')) as WorkflowToImport;
	const nodes = template.nodes.map((node) => {
		if (node.type === 'n8n-nodes-base.webhook')
			return { ...node, credentials: { httpBasicAuth: CREDENTIAL } };
		return node.type.endsWith('.followUpManager') ? { ...node, credentials: META } : node;
	});
	const webhook = nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
	return {
		workflow: { ...template, id: 'ownerDashboard', nodes },
		path: String(webhook?.parameters.path),
	};
}
