import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import type { OwnerRest } from '../../../harness/n8n/login.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { signIn } from '../templates/editor.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';
import { BROWSER } from '../templates/form.ts';
import { GOOD, workflows } from './workflows.ts';

const SCREEN = { width: 1500, height: 1000 };
/** A machine that is busy draws the editor slowly. */
const PATIENCE_MS = 60_000;

/** A real n8n with workflows that are wired rightly and wrongly, and a person who looks at them. */
export interface Fixture {
	n8n: RunningN8n;
	rest: OwnerRest;
	page: Page;
	/** The sandbox's control API. */
	sandbox<T>(path: string, body: object): Promise<T>;
	/** Keeps what the browser shows, where a folder is named for it. */
	picture(name: string): Promise<void>;
	stop(): Promise<void>;
}

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-editor');
	const webhook = `http://127.0.0.1:${port}/webhook/${GOOD}/webhook`;
	const sandbox = await startSandbox(sandboxPort, webhook, 'en');
	const credentials = sandboxCredentials(sandbox.url);
	const [good, ...wrong] = workflows();
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, credentials, log },
		...{ workflows: good ? [good] : [], drafts: wrong },
	});
	await n8n.waitForActivation();
	const browser = await chromium.launch(BROWSER);
	const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await signIn(page, n8n.url);
	return {
		...{ n8n, page, rest: await n8n.login() },
		sandbox: async <T>(path: string, body: object) =>
			await new CrashSandbox(sandbox.url).call<T>('POST', path, body),
		async picture(name) {
			const folder = process.env.PICTURES;
			if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
		},
		async stop() {
			await browser.close();
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}
