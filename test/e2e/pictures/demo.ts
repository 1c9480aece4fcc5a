import { chromium, type Page } from 'playwright-core';
import { BROWSER } from '../templates/form.ts';
import { closeChecklist, signIn } from '../templates/editor.ts';
import type { Language } from '../../../harness/demo/options.ts';
import { openDemo } from '../../../harness/demo/open-demo.ts';
import { FIRST_TEMPLATE } from '../../../harness/demo/template-file.ts';
import type { RunningN8n } from '../../../harness/n8n/start.ts';
import type { WorkflowToImport } from '../../../harness/n8n/types.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { pictureFile } from './files.ts';

/** As in the demo itself: nobody waits four hours for a picture. */
const TIMING = { delaySeconds: 30, dueIntervalSeconds: 5 };
/** A webhook, an execution of n8n and the delay, on a machine that is busy. */
const PATIENCE_MS = 150_000;
const EDITOR = { width: 1400, height: 820 };
const GUIDE = { width: 1320, height: 740 };

/** Follows the guide of a language's first template, and takes the guide with its phone, and the editor. */
export async function takeDemo(lang: Language, log: (step: string) => void): Promise<void> {
	const [port = 0, phonePort = 0] = await freePorts(2);
	const userFolder = temporaryFolder(`pictures-${lang}`);
	const demo = await openDemo({
		...{ lang, template: FIRST_TEMPLATE[lang], speed: 1, timing: TIMING, port, phonePort, userFolder },
		onError: ({ message }) => log(message),
	});
	const n8n = await demo.bringN8n(log);
	const browser = await chromium.launch(BROWSER);
	try {
		const page = await (await browser.newContext({ viewport: GUIDE, locale: lang })).newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		await followTheGuide(page, `${demo.places.sandbox}/guide?lang=${lang}`);
		await page.screenshot({ path: pictureFile(`guide-${lang}`) });
		await takeEditor(page, n8n, demo.plan.main, lang);
		log(`pictures of the demo in "${lang}" are taken`);
	} finally {
		await browser.close();
		await demo.stop();
	}
}

/** The customer asks, the business answers, silence, and the follow-up arrives. */
async function followTheGuide(page: Page, address: string): Promise<void> {
	const write = page.locator('.step.next .write');
	await page.goto(address);
	await write.click();
	await page.locator('#new-name').fill('Ana');
	await page.keyboard.press('Enter');
	await page.locator('#customer-text').waitFor();
	await write.click();
	await page.keyboard.press('Enter');
	await page.locator('.bubble.mine').waitFor();
	await page.waitForFunction(() => document.querySelectorAll('.step.past').length > 0);
	await write.click();
	await page.keyboard.press('Enter');
	await page.locator('.bubble.theirs').nth(1).waitFor();
	// The guide ticks silence off when it has heard of the follow-up, a moment after the phone.
	await page.waitForFunction(() => document.querySelectorAll('.step.past').length > 3);
}

async function takeEditor(
	page: Page,
	{ url }: RunningN8n,
	workflow: WorkflowToImport,
	lang: Language,
): Promise<void> {
	await page.setViewportSize(EDITOR);
	await signIn(page, url);
	await page.goto(`${url}/workflow/${workflow.id}`);
	await page
		.locator('.vue-flow__node')
		.nth(workflow.nodes.length - 1)
		.waitFor();
	await closeChecklist(page);
	await page.keyboard.press('1');
	// The canvas moves to its place; only the picture needs it to have arrived.
	await page.waitForTimeout(1_500);
	await page.screenshot({ path: pictureFile(`editor-${lang}`) });
}
