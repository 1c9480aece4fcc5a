import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { number, useSandbox } from './world.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
];
const { world, api, state, request } = useSandbox();
const withBrowser = existsSync(executablePath) ? describe : describe.skip;

withBrowser('the phone page', () => {
	let browser: Browser;
	let page: Page;
	const errors: string[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath, args });
	}, 30_000);
	afterAll(() => browser?.close());
	beforeEach(async () => {
		page = await browser.newPage({ viewport: { width: 1200, height: 850 } });
		errors.length = 0;
		page.on('pageerror', (error) => errors.push(String(error)));
	});
	afterEach(async () => {
		await page.close();
		expect(errors).toEqual([]);
	});

	test('a new customer writes by keyboard alone and sees the answer arrive, which is then read', async () => {
		await page.goto(`${world.sandbox.url}/?lang=en`);
		await page.locator('#new-customer').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.type('Ana');
		await page.keyboard.press('Enter');
		await page.locator('#customer-text').waitFor();
		await page.keyboard.type('Hi <b>there</b>');
		await page.keyboard.press('Enter');
		await page.locator('.bubble.mine').waitFor();
		expect(await page.locator('.bubble.mine .text').textContent()).toBe('Hi <b>there</b>');
		// The page's clock is the sandbox's as its last event brought it, late by the time the event took: a message drawn
		// within those milliseconds has all of its 24 hours before it.
		const window = await page.locator('#window').textContent();
		expect(window).toMatch(/^Free-form allowed for (24 h 0 min|23 h 59 min)$/);

		const [customer] = (await state()).customers;
		await request('POST', `/graph/v26.0/${number}/messages`, {
			messaging_product: 'whatsapp',
			to: customer.phone,
			type: 'text',
			text: { body: 'Hello Ana' },
		});
		await page.locator('.bubble.theirs .ticks.read').waitFor();
		expect((await state()).messages.at(-1).states.read).toEqual(expect.any(String));
	}, 20_000);

	test('a person at the business answers, in Spanish, on a narrow screen', async () => {
		const customer = await api('POST', '/customers', { name: 'Luis', channel: 'instagram' });
		await page.setViewportSize({ width: 380, height: 700 });
		await page.goto(`${world.sandbox.url}/?lang=es`);
		await page.locator('.person').click();
		expect(await page.locator('#window').textContent()).toBe('El cliente aún no ha escrito');
		await page.locator('#business-text').fill('Soy Marta');
		await page.locator('#business-form button').click();
		await page.locator('.bubble.theirs').waitFor();
		expect(await page.locator('.bubble .via').textContent()).toBe('Persona');
		expect((await state()).messages).toMatchObject([
			{ via: 'app', customer: customer.id, text: 'Soy Marta' },
		]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
	}, 20_000);

	test('the model log shows a call as it happens', async () => {
		await page.goto(`${world.sandbox.url}/model?lang=en`);
		await page.locator('#empty').waitFor();
		const document = {
			followUps: [{ name: 'Cita', writeMessage: true }],
			transcript: [{ from: 'customer', text: 'Hola <i>' }],
		};
		await request(
			'POST',
			'/v1/chat/completions',
			{ model: 'sandbox-rules-1', messages: [{ role: 'user', content: JSON.stringify(document) }] },
			'sandbox-model-key',
		);
		await page.locator('#rows tr').first().waitFor();
		expect(await page.locator('#rows .last').textContent()).toBe('Hola <i>');
	}, 20_000);
});

test('the pages run nothing that is not their own', async () => {
	const response = await fetch(`${world.sandbox.url}/`);
	expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
	expect(await response.text()).not.toMatch(/<script>|onclick=|https?:\/\//);
});
