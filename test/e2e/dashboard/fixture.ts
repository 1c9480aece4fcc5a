import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
} from 'playwright-core';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import type { CredentialToImport, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { fillStore } from './fill.ts';
import { keptWorkflow, MODEL_CREDENTIAL } from './kept-workflow.ts';

const TEMPLATES = { es: 'es/tablero-de-seguimientos.json', en: 'en/follow-up-dashboard.json' } as const;
export const LOGIN = { username: 'tienda', password: 'una clave de prueba' };
const CREDENTIAL = { id: 'dashboardLogin', name: 'Dashboard login' };

/** A real n8n that serves the dashboard over a full store, and a browser. */
export interface Fixture {
	n8n: RunningN8n;
	/** Where each template's page is. */
	address: Record<keyof typeof TEMPLATES, string>;
	/** A page of a browser that is logged in; what it asks is answered with yes. */
	open(options?: BrowserContextOptions): Promise<Visit>;
	/** Rows of the store, read beside n8n. */
	rows(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[];
	stop(): Promise<void>;
}

export interface Visit {
	page: Page;
	/** What went wrong on the page, and what it asked. */
	errors: string[];
	questions: string[];
	close(): Promise<void>;
}

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0] = await freePorts(1);
	const userFolder = temporaryFolder('e2e-dashboard');
	log('filling the store with 5,000 scheduled and 20,000 ended follow-ups');
	const file = await fillStore(userFolder);
	const workflows = Object.entries(TEMPLATES).map(([language, path]) => readWorkflow(language, path));
	const n8n = await startN8n({
		...{
			userFolder,
			port,
			packageDir: PROJECT_DIR,
			log,
			workflows: [...workflows.map(({ workflow }) => workflow), keptWorkflow()],
		},
		credentials: [loginCredential(), MODEL_CREDENTIAL],
	});
	await n8n.waitForActivation();
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
		],
	});
	const at = (path = '') => `http://127.0.0.1:${port}/webhook/${path}`;
	return {
		n8n,
		address: { es: at(workflows[0]?.path), en: at(workflows[1]?.path) },
		open: async (options) => await visit(browser, options),
		rows(sql, ...values) {
			const database = new DatabaseSync(file, { readOnly: true });
			try {
				return database.prepare(sql).all(...values);
			} finally {
				database.close();
			}
		},
		async stop() {
			await Promise.all([browser.close(), n8n.stop()]);
		},
	};
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
	const context: BrowserContext = await browser.newContext({ httpCredentials: LOGIN, ...options });
	const page = await context.newPage();
	const errors: string[] = [];
	const questions: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	page.on('dialog', async (dialog) => {
		questions.push(`${dialog.type()}: ${dialog.message()}`);
		await dialog.accept();
	});
	return { page, errors, questions, close: async () => await context.close() };
}

/** The template as a person sets it up: the credential chosen in both Webhook nodes. */
function readWorkflow(language: string, path: string): { workflow: WorkflowToImport; path: string } {
	const file = join(PROJECT_DIR, 'workflows-templates', path);
	const template = JSON.parse(readFileSync(file, 'utf8')) as WorkflowToImport;
	const isWebhook = ({ type }: { type: string }) => type === 'n8n-nodes-base.webhook';
	const nodes = template.nodes.map((node) =>
		isWebhook(node) ? { ...node, credentials: { httpBasicAuth: CREDENTIAL } } : node,
	);
	const webhook = nodes.find(isWebhook);
	return {
		workflow: { ...template, id: `dashboard-${language}`, nodes },
		path: String(webhook?.parameters.path),
	};
}

function loginCredential(): CredentialToImport {
	const data = { user: LOGIN.username, password: LOGIN.password };
	return { ...CREDENTIAL, type: 'httpBasicAuth', data };
}
