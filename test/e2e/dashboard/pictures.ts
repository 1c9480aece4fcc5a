import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import type { Fixture } from './fixture.ts';

const FOLDER = join(PROJECT_DIR, 'docs', 'pictures');
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
const PHONE: BrowserContextOptions = { viewport: { width: 375, height: 812 } };

const PICTURES: { name: string; query: string; look: BrowserContextOptions }[] = [
	{ name: 'follow-ups-es', query: 'lang=es', look: DESK },
	{ name: 'follow-ups-en-dark', query: 'lang=en', look: { ...DESK, colorScheme: 'dark' } },
	{ name: 'follow-ups-es-phone', query: 'lang=es', look: PHONE },
	{ name: 'scheduled-es', query: 'lang=es&view=scheduled', look: DESK },
	{ name: 'log-en-phone', query: 'lang=en&view=log', look: PHONE },
	{ name: 'conversations-en', query: 'lang=en&view=conversations', look: DESK },
];

/** Renews the pictures of the docs. */
export async function takePictures(fixture: Fixture, log: (step: string) => void): Promise<void> {
	for (const { name, query, look } of PICTURES) {
		const { page, close } = await fixture.open(look);
		await page.goto(`${fixture.address.es}?${query}`);
		const path = join(FOLDER, `dashboard-${name}.png`);
		await page.screenshot({ path });
		await close();
		log(`picture ${path}`);
	}
}
