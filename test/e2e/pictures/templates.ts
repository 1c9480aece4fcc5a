import { chromium } from 'playwright-core';
import { closeChecklist, signIn, takePicture } from '../templates/editor.ts';
import { BROWSER } from '../templates/form.ts';
import { setUpFixture } from '../templates/fixture.ts';
import { shownPictures } from './files.ts';

const SCREEN = { width: 1400, height: 820 };
const PREFIX = 'template-';

/** Takes the templates that some page shows, as they stand in the editor. */
export async function takeTemplates(log: (step: string) => void): Promise<void> {
	const wanted = [...shownPictures()]
		.filter((name) => name.startsWith(PREFIX))
		.map((name) => name.slice(PREFIX.length));
	if (wanted.length === 0) return log('no page shows a template');
	const demo = await setUpFixture(log, { only: new RegExp(`^(${wanted.join('|')})$`) });
	const browser = await chromium.launch(BROWSER);
	try {
		const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
		page.setDefaultTimeout(60_000);
		await signIn(page, demo.n8n.url);
		for (const { file, workflow } of demo.templates) {
			await page.goto(`${demo.n8n.url}/workflow/${workflow.id}`);
			await page
				.locator('.vue-flow__node')
				.nth(workflow.nodes.length - 1)
				.waitFor();
			await closeChecklist(page);
			await page.keyboard.press('1');
			await takePicture(page, file);
			log(`the picture of ${file} is taken`);
		}
	} finally {
		await browser.close();
		await demo.stop();
	}
}
