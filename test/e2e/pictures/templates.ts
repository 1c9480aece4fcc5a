import { chromium } from 'playwright-core';
import { signIn, takePicture } from '../templates/editor.ts';
import { BROWSER } from '../templates/form.ts';
import { setStage } from '../templates/stage.ts';
import { shownPictures } from './files.ts';

const SCREEN = { width: 1400, height: 820 };
const PREFIX = 'template-';

/** Takes the templates that some page shows, as they stand in the editor. */
export async function takeTemplates(say: (step: string) => void): Promise<void> {
	const wanted = [...shownPictures()]
		.filter((name) => name.startsWith(PREFIX))
		.map((name) => name.slice(PREFIX.length));
	if (wanted.length === 0) return say('no page shows a template');
	const stage = await setStage(say, new RegExp(`^(${wanted.join('|')})$`));
	const browser = await chromium.launch(BROWSER);
	try {
		const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
		page.setDefaultTimeout(60_000);
		await signIn(page, stage.n8n.url);
		for (const { file, workflow } of stage.templates) {
			await page.goto(`${stage.n8n.url}/workflow/${workflow.id}`);
			await page
				.locator('.vue-flow__node')
				.nth(workflow.nodes.length - 1)
				.waitFor();
			await page.keyboard.press('1');
			await takePicture(page, file);
			say(`the picture of ${file} is taken`);
		}
	} finally {
		await browser.close();
		await stage.stop();
	}
}
