import type { Page } from 'playwright-core';
import type { Language } from '../../../harness/demo/options.ts';

export interface Written {
	name: string;
	description: string;
	message: string;
}

const NEXT: Record<Language, string> = { es: 'Siguiente', en: 'Next' };

/** Fills in the form of the dashboard, step after step, and saves. */
export async function writeFollowUp(page: Page, lang: Language, written: Written): Promise<void> {
	const next = async () => await page.getByRole('button', { name: NEXT[lang], exact: true }).click();
	await page.locator('[name=name]').fill(written.name);
	await next();
	await next();
	await page.locator('[name=delay]').fill('2');
	await page.locator('[name=delayUnit]').selectOption('minutes');
	await next();
	await page.locator('[name=description]').fill(written.description);
	await next();
	await page.locator('[name=messageSource][value=fixed]').check();
	await page.locator('[name=message]').fill(written.message);
	await next();
	await next();
	await next();
	await page.locator('.form-acts button.primary:not([type=button])').click();
	await page.locator('.notice').waitFor();
}
