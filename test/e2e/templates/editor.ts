import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { OWNER } from '../../../harness/n8n/owner.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { BROWSER } from './form.ts';
import type { Imported } from './imported.ts';
import type { Fixture } from './fixture.ts';

/** A laptop's screen: wide enough for every template, small enough for a page of pictures. */
const SCREEN = { width: 1400, height: 820 };
const PHONE = { width: 390, height: 844 };

/** Opens every template in the editor: all nodes known, none red. With `pictures` its picture is taken for the docs. */
export async function inEditor(fixture: Fixture): Promise<Check[]> {
	const browser = await chromium.launch(BROWSER);
	try {
		const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
		page.setDefaultTimeout(40_000);
		await signIn(page, fixture.n8n.url);
		const checks: Check[] = [];
		for (const template of fixture.templates) {
			checks.push(
				await look(page, fixture, template).catch((error: Error) =>
					check(`${template.file}: in the editor`, [{ ok: false, found: error.message }]),
				),
			);
		}
		return checks;
	} finally {
		await browser.close();
	}
}

const CHECKLIST_MS = 5_000;

/** n8n 2.41 opens its Production Checklist over the first notes of a workflow that was just published. */
export async function closeChecklist(page: Page): Promise<void> {
	const checklist = page.getByText('Production Checklist');
	await checklist.waitFor({ timeout: CHECKLIST_MS }).catch(() => {});
	if (await checklist.isVisible()) await page.keyboard.press('Escape');
}

/** Signs in to the editor as the owner of this n8n. */
export async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email], input[name=emailOrLdapLoginId]').first().fill(OWNER.email);
	await page.locator('input[type=password]').fill(OWNER.password);
	await page.locator('button:has-text("Sign in")').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

async function look(
	page: Page,
	{ n8n, pictures }: Fixture,
	{ file, language, workflow }: Imported,
): Promise<Check> {
	await page.goto(`${n8n.url}/workflow/${workflow.id}`);
	const { length } = workflow.nodes;
	const nodes = page.locator('.vue-flow__node');
	await page.waitForFunction(
		(count) => document.querySelectorAll('.vue-flow__node').length === count,
		length,
	);
	await page.keyboard.press('1');
	const issues = await page.locator('[data-test-id="node-issues"]').count();
	const unknown = await page.getByText('Install this node').count();
	if (pictures && language === 'en') await takePicture(page, file);
	await page.setViewportSize(PHONE);
	await page.keyboard.press('1');
	const onPhone = await nodes.count();
	await page.setViewportSize(SCREEN);
	return check(`${file}: in the editor`, [
		{ ok: issues === 0 && unknown === 0, found: `${length} nodes, ${issues} red, ${unknown} unknown` },
		{ ok: onPhone === length, found: `${onPhone} on a phone's screen` },
	]);
}

/** The picture of a template, as docs/pictures holds it. */
export async function takePicture(page: Page, file: string): Promise<void> {
	// The canvas moves to its place; only the picture needs it to have arrived.
	await page.waitForTimeout(1_500);
	const path = join(PROJECT_DIR, 'docs', 'pictures', `template-${file}.png`);
	await page.locator('[data-test-id="canvas"], .vue-flow').first().screenshot({ path });
}
