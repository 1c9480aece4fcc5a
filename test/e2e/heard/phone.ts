import { chromium, type Page } from 'playwright-core';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { BROWSER } from '../templates/form.ts';
import type { Fixture } from './fixture.ts';
import { DELAY_HOURS } from './workflow.ts';

const PATIENCE_MS = 60_000;
const SCREENS = [
	{
		...{ lang: 'es', size: { width: 390, height: 844 }, phone: '+573001270001', name: 'Ana Restrepo' },
		...{ agent: 'Meta Business Agent responde', words: 'STOP' },
	},
	{
		...{ lang: 'en', size: { width: 1280, height: 860 }, phone: '+573001270002', name: 'Ann Miller' },
		...{ agent: 'Meta Business Agent answers', words: 'STOP' },
	},
] as const;

/** A customer on the phone page gets a business agent, says STOP to it, and hours later nothing has come. */
export const PHONE_SCENARIOS: Record<string, (fixture: Fixture) => Promise<Check>> = Object.fromEntries(
	SCREENS.map((screen) => [
		screen.lang,
		async (fixture: Fixture) => {
			const browser = await chromium.launch(BROWSER);
			try {
				const page = await browser.newPage({ viewport: screen.size, locale: screen.lang });
				page.setDefaultTimeout(PATIENCE_MS);
				return await stopsTheAgent(fixture, page, screen);
			} finally {
				await browser.close();
			}
		},
	]),
);

async function stopsTheAgent(
	fixture: Fixture,
	page: Page,
	{ lang, size, phone, name, agent, words }: (typeof SCREENS)[number],
): Promise<Check> {
	const person = await fixture.somebody(name, phone);
	const silent = await fixture.somebody(`Silent ${lang}`, phone.replace('127', '128'));
	await fixture.planned([person, silent]);
	await page.goto(`${fixture.sandboxUrl}/?lang=${lang}#customer=${person.id}`);
	await page.getByRole('switch', { name: agent }).check();
	await page.locator('#agent-strip').waitFor();
	await page.locator('#customer-text').fill(words);
	await page.keyboard.press('Enter');
	// What the agent says to it.
	await page.locator('.bubble.theirs').first().waitFor();
	await waitUntil({
		what: 'the refusal to be in the store',
		seconds: 30,
		details: fixture.n8n.lastLines,
		probe: () => fixture.conversationsOf(person).every((row) => row.opted_out_at !== null) || undefined,
	});
	await fixture.passes(DELAY_HOURS + 1);
	const [received, control] = [await fixture.received(person), await fixture.received(silent)];
	const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	const reasons = fixture.followUpsOf(person).map(({ reason_code }) => String(reason_code));
	return check(
		`phone page (${lang}, ${size.width} px): whoever says ${words} to the business agent gets no follow-up`,
		[
			{
				ok: received.length === 0,
				found: `${received.length} follow-ups came; what was planned: ${reasons.join(', ')}`,
			},
			{
				ok: control.length === 1,
				found: `${control.length} came to somebody who only fell silent (expected 1)`,
			},
			{ ok: !isTooWide, found: isTooWide ? 'the page is wider than its screen' : 'the page fits its screen' },
		],
	);
}
