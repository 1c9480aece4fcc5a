import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { app, number, useSandbox, violations } from './world.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
];
const { world, api, state, request, graph, customer, writes, sendText } = useSandbox();
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
		await request('POST', `/graph/v27.0/${number}/messages`, {
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

	test.each([
		['en', 1200, 'Meta Business Agent answers', 'Hand to the business', 'Asked for no more messages'],
		['es', 390, 'Responde Meta Business Agent', 'Pasar al negocio', 'Pidió no recibir más mensajes'],
	])(
		'a customer talks to Meta Business Agent, says STOP there and is given to the business (%s, %d wide)',
		async (lang, width, answers, handOver, stopped) => {
			await api('PUT', '/settings', { agentDelayMs: 10 });
			const ana = await customer({ phone: '+573001112233' });
			await page.setViewportSize({ width, height: 800 });
			await page.goto(`${world.sandbox.url}/?lang=${lang}#customer=${ana.id}`);
			const agentSwitch = page.getByRole('switch');
			expect(await agentSwitch.isChecked()).toBe(false);
			expect(await page.locator('#agent-strip').isVisible()).toBe(false);
			await agentSwitch.check();
			await page.locator('#agent-strip', { hasText: answers }).waitFor();

			await page.locator('#customer-text').fill('STOP');
			await page.keyboard.press('Enter');
			await page.locator('.bubble.theirs.by-agent .via', { hasText: 'Meta Business Agent' }).waitFor();
			expect(await page.locator('#window').textContent()).toContain(stopped);
			await world.receiver.next(({ raw }) => raw.includes('"field":"standby"') && raw.includes('STOP'));

			await page.getByRole('button', { name: handOver }).click();
			await world.receiver.next(({ raw }) => raw.includes('control_passed'));
			await page.locator('.phone:not([data-owner="agent"]) #agent-strip').waitFor();
			await agentSwitch.uncheck();
			await page.locator('#agent-strip').waitFor({ state: 'hidden' });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(await violations(state())).toEqual([]);
		},
		20_000,
	);

	test('a customer gives an emoji to one message of the business and takes it back, by keyboard alone', async () => {
		const ana = await customer({ phone: '+573001112233' });
		await writes(ana);
		for (const text of ['Friday at 14:00?', 'Or at 15:00?']) await sendText('+573001112233', text);
		await page.goto(`${world.sandbox.url}/?lang=en#customer=${ana.id}`);
		const bubble = page.locator('.bubble.theirs', { hasText: 'Friday' });
		const tap = async (emoji: string) => {
			await bubble.getByRole('button', { name: 'React' }).focus();
			await page.keyboard.press('Enter');
			await bubble.getByRole('button', { name: emoji }).focus();
			await page.keyboard.press('Enter');
		};
		await tap('✅');
		await bubble.locator('.reaction', { hasText: '✅' }).waitFor();
		expect(await page.locator('.reaction').count()).toBe(1);
		await tap('✅');
		await page.locator('.reaction').waitFor({ state: 'detached' });
		const [, given] = (await state()).messages;
		expect(given).toMatchObject({ text: 'Friday at 14:00?' });
		expect(given).not.toHaveProperty('reaction');
	}, 20_000);

	test('an event that the app did not subscribe to is named, because nothing else tells of it', async () => {
		await graph('POST', `/${app}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: world.receiver.url,
			verify_token: 'sandbox-verify-token',
			fields: 'messages',
		});
		const ana = await customer({ phone: '+573001112233' });
		await api('PUT', `/customers/${ana.id}/agent`, { on: true, silent: true });
		await page.goto(`${world.sandbox.url}/?lang=en#customer=${ana.id}`);
		await page.locator('#customer-text').fill('Hi');
		await page.keyboard.press('Enter');
		await page.locator('#log li', { hasText: 'The app is not subscribed to standby.' }).waitFor();
		await page.reload();
		await page.locator('#log li', { hasText: 'standby' }).waitFor();
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
