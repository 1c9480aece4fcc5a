import { chromium, type Page } from 'playwright-core';
import type { Imported } from './imported.ts';
import type { Fixture } from './fixture.ts';
import { FORM_LOGIN } from './own-credentials.ts';

/** How the browser of Debian is started. */
export const BROWSER = {
	executablePath: '/usr/bin/chromium',
	args: [
		...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
		'--disable-background-networking',
	],
};

/** Opens the form of a template as a person of the business would. */
export async function withForm<T>(
	{ n8n }: Fixture,
	{ workflow, file }: Imported,
	node: string,
	act: (page: Page) => Promise<T>,
): Promise<T> {
	const trigger = workflow.nodes.find(({ name }) => name === node);
	if (!trigger?.webhookId) throw new Error(`${file} has no form "${node}"`);
	const browser = await chromium.launch(BROWSER);
	try {
		const context = await browser.newContext({ httpCredentials: FORM_LOGIN });
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		await page.goto(`${n8n.url}/form/${trigger.webhookId}`);
		return await act(page);
	} finally {
		await browser.close();
	}
}

/** Fills in a page of a form by its labels and goes on; gives the heading of the page that comes then. */
export async function fill(page: Page, fields: Record<string, string>): Promise<string> {
	const heading = async () => (await page.locator('h1').first().textContent())?.trim() ?? '';
	const before = await heading();
	for (const [label, value] of Object.entries(fields)) {
		const field = page.getByLabel(label, { exact: true });
		if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value);
		else await field.fill(value);
	}
	await page.locator('#submit-btn').click();
	await page.waitForFunction((old) => {
		const now = document.querySelector('h1')?.textContent?.trim();
		return now !== undefined && now !== '' && now !== old;
	}, before);
	return await heading();
}

/** What a person reads on the page. */
export async function shownText(page: Page): Promise<string> {
	return (await page.locator('body').innerText()).trim();
}
