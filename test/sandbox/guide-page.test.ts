import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { useSandbox } from './world.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
];
const { world, api } = useSandbox();
const withBrowser = existsSync(executablePath) ? describe : describe.skip;
const ATTACK = '<img src=x onerror="document.title=\'broken\'">';
const HOUR = 3_600_000;
const at = (ms = 0) => new Date(Date.now() + ms).toISOString();
const tell = (...entries: object[]) => api('POST', '/feed', { entries });

const guide = {
	title: `Guide ${ATTACK}`,
	about: `### How it works\nFirst **bold** and ${ATTACK}\n\n1. One\n2. Two`,
	steps: [
		{ title: `Write ${ATTACK}`, write: { who: 'customer', text: `Hello ${ATTACK}` }, until: 'in' },
		{ title: 'See the plan', until: 'planned' },
		{ title: 'Answer', write: { who: 'business', text: 'Tomorrow at 10?' }, until: 'answer' },
	],
	links: [{ label: `Editor ${ATTACK}`, url: 'http://127.0.0.1:1/workflow/1', hint: ATTACK }],
	speed: 60,
};

withBrowser('the guide page', () => {
	let browser: Browser;
	let page: Page;
	const errors: string[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath, args });
	}, 30_000);
	afterAll(() => browser?.close());
	beforeEach(async () => {
		await api('PUT', '/guide', guide);
		page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		errors.length = 0;
		page.on('pageerror', (error) => errors.push(String(error)));
		await page.goto(`${world.sandbox.url}/guide?lang=en`);
		await page.locator('#guide-title', { hasText: 'Guide' }).waitFor();
	});
	afterEach(async () => {
		expect(await page.locator('img').count()).toBe(0);
		expect(await page.title()).not.toContain('broken');
		await page.close();
		expect(errors).toEqual([]);
	});

	test('a step puts its text where it is written, and is ticked when it has happened', async () => {
		await page.locator('.step.next .write').click();
		// There is nobody yet who could write it: the dialog for the first customer opens.
		await page.locator('#new-name').fill(ATTACK);
		await page.keyboard.press('Enter');
		await page.locator('#customer-text').waitFor();
		await page.locator('.step.next .write').click();
		expect(await page.locator('#customer-text').inputValue()).toBe(`Hello ${ATTACK}`);
		await page.keyboard.press('Enter');
		await page.locator('.bubble.mine').waitFor();

		await tell({ kind: 'in', at: at(), who: ATTACK, text: ATTACK });
		await page.locator('.step.next', { hasText: 'See the plan' }).waitFor();
		await tell({ kind: 'planned', at: at(), who: 'Ana', followUp: ATTACK, until: at(4 * HOUR) });
		await page.locator('.step.next', { hasText: 'Answer' }).waitFor();
		await page.locator('.step.next .write').click();
		expect(await page.locator('#business-text').inputValue()).toBe('Tomorrow at 10?');
	}, 30_000);

	test('a workflow that answers before it plans does not hold up the guide', async () => {
		const steps = guide.steps.map((step, index) => ({ ...step, until: ['failed', 'waits', 'sent'][index] }));
		await api('PUT', '/guide', { ...guide, steps });
		await tell({ kind: 'failed', at: at() }, { kind: 'sent', at: at() });
		await page.locator('.step.next', { hasText: 'See the plan' }).waitFor();
		expect(await page.locator('.step.past').count()).toBe(2);
		await tell({ kind: 'waits', at: at() });
		await page.locator('.step.past').nth(2).waitFor();
	}, 30_000);

	test('what happens appears at once, newest first, and what is planned counts down until it is settled', async () => {
		await tell({ kind: 'planned', at: at(), who: 'Ana', followUp: 'Reminder', until: at(4 * HOUR) });
		const plan = page.locator('.entry.planned').first();
		await plan.locator('.left', { hasText: /3 h 59 min|4 h 0 min/ }).waitFor();
		await tell(
			{ kind: 'due', at: at(), who: 'Ana', followUp: 'Reminder' },
			{ kind: 'ended', at: at(), who: 'Ana', followUp: 'Reminder', text: 'It is over', code: 'stopped' },
		);
		await page.locator('.entry.ended', { hasText: 'It is over' }).waitFor();
		expect(await page.locator('.entry').first().textContent()).toContain('It is over');
		await plan.locator('.left', { hasText: /^$/ }).waitFor({ state: 'attached' });
	}, 30_000);

	test('skipping goes to the moment at which the next follow-up is due', async () => {
		const due = Date.now() + 3 * HOUR;
		await tell(
			{ kind: 'planned', at: at(), who: 'Ana', followUp: 'Late', until: new Date(due + HOUR).toISOString() },
			{ kind: 'planned', at: at(), who: 'Ana', followUp: 'Early', until: new Date(due).toISOString() },
		);
		const taken = page.waitForResponse((response) => response.url().endsWith('/api/advance'));
		await page.locator('#skip-next').click();
		await taken;
		const { ms } = await api('POST', '/advance/take', {});
		expect(Date.now() + ms).toBeGreaterThanOrEqual(due);
		expect(Date.now() + ms).toBeLessThan(due + HOUR);
	}, 30_000);

	test.each([1440, 1000, 380])(
		'at a width of %d nothing is wider than the screen',
		async (width) => {
			await page.goto(`${world.sandbox.url}/guide?lang=es`);
			await page.setViewportSize({ width, height: 800 });
			await tell({ kind: 'in', at: at(), who: 'x'.repeat(300), text: 'y'.repeat(3_000) });
			await page.locator('.entry').first().waitFor();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			const phone = await page.locator('.phone, .people').first().boundingBox();
			const beside = await page.locator('.guide').boundingBox();
			const isBeside = (beside?.y ?? 0) <= (phone?.y ?? 0) + 10;
			expect(isBeside).toBe(width > 1180);
		},
		30_000,
	);
});
