import type { Page } from 'playwright-core';
import { check } from '../../../harness/smoke/checks.ts';
import { picture } from './checks-writing.ts';
import { LOGIN, type Fixture } from './fixture.ts';
import { ACCOUNT, CHATBOT, HOUR_MS } from './sample.ts';
import type { Scenario } from './views.ts';

const part = (ok: boolean, found: string) => ({ ok, found });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'es-CO' };

/** Customers of the fixture on WhatsApp, with a follow-up that has a template. */
const ONE = { key: `whatsapp:${ACCOUNT}:C.12`, id: 12, name: 'Valentina 12' };
const OTHER = { key: `whatsapp:${ACCOUNT}:C.24`, id: 24 };

/** The page of a conversation, with more in its address. */
export const paneOf = ({ address }: Fixture, key: string, more = ''): string =>
	`${address.es}?view=conversation&conversation=${encodeURIComponent(key)}${more}`;

/** Opens a form, fills it in and sends it, by keyboard alone. */
async function byKeyboard(
	page: Page,
	title: string,
	fill?: (form: ReturnType<Page['locator']>) => Promise<void>,
) {
	const form = page.locator('details', { has: page.locator('summary', { hasText: title }) }).first();
	await form.locator('summary').focus();
	await page.keyboard.press('Enter');
	await fill?.(form.locator('form'));
	await form.locator('form button').focus();
	await page.keyboard.press('Enter');
	await page.locator('.notice').waitFor();
	return await page.locator('.notice').innerText();
}

const stateOf = (fixture: Fixture, id: number) =>
	fixture.rows('select * from conversations where id = ?', id)[0];

/** Everything that can be done for one customer, on a phone, without a mouse. */
export const customerServed: Scenario = async (fixture) => {
	const { page, errors, questions, close } = await fixture.open(PHONE);
	await page.goto(`${fixture.address.es}?view=conversations&search=${encodeURIComponent(ONE.name)}`);
	await page.getByRole('link', { name: ONE.name, exact: true }).first().focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/view=conversation&/);
	const messages = await page.locator('.said li').allInnerTexts();
	await picture(page, 'pane-phone');
	await page.getByRole('link', { name: 'Preguntar a las reglas' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/check=now/);
	const verdicts = await page.locator('.verdicts > li').count();
	await page.locator('.verdicts summary').first().focus();
	await page.keyboard.press('Enter');
	const rules = await page.locator('.rules').first().locator('li:visible').count();
	await picture(page, 'pane-phone-now');
	const at = new Date(Date.now() + 2 * HOUR_MS - 5 * HOUR_MS).toISOString().slice(0, 16);
	const moved = await byKeyboard(page, 'Reprogramar', async (form) => {
		await form.locator('[name=at]').fill(at);
	});
	const [live] = fixture.rows('select due_at from scheduled_follow_ups where id = ?', `live.${ONE.id}`);
	const paused = await byKeyboard(page, 'Pausar', async (form) => {
		await form.locator('select').selectOption('3');
	});
	await page.getByRole('button', { name: `Reanudar los seguimientos de ${ONE.name}` }).focus();
	await page.keyboard.press('Enter');
	await page.locator('.notice', { hasText: 'continúan' }).waitFor();
	const sold = await byKeyboard(page, 'Marcar como venta', async (form) => {
		await form.locator('[name=value]').fill('45.000');
	});
	const [sale] = fixture.rows('select value, currency from conversions where conversation_id = ?', ONE.id);
	const out = await byKeyboard(page, 'No enviarle más');
	const wish = stateOf(fixture, ONE.id)?.opted_out_at;
	const back = await byKeyboard(page, 'Volver a permitir mensajes', async (form) => {
		await form.locator('[name=consent]').fill('Hoy por teléfono');
	});
	await picture(page, 'pane-phone-after');
	const gone = await byKeyboard(page, 'Eliminar');
	const isGone = stateOf(fixture, ONE.id) === undefined;
	await close();
	return check('one customer is served from the page of the conversation, by keyboard, on a phone', [
		part(
			messages.some((text) => text.includes('quisiera una cita')),
			`${messages.length} messages`,
		),
		part(verdicts === 4 && rules > 20, `${verdicts} follow-ups would do something now, by ${rules} rules`),
		part(
			/sale ahora el/.test(moved) && Math.abs(Number(live?.due_at) - Date.now() - 2 * HOUR_MS) < 2 * 60_000,
			`"${moved}"`,
		),
		part(/en pausa/.test(paused), `"${paused}"`),
		part(
			/marcado como venta/.test(sold) && Number(sale?.value) === 45_000_000_000 && sale?.currency === 'COP',
			`"${sold}"`,
		),
		part(/ya no recibe más/.test(out) && wish != null, `"${out}"`),
		part(/vuelve a recibir/.test(back), `"${back}"`),
		part(/Se eliminó todo/.test(gone) && isGone, `"${gone}"`),
		part(errors.length === 0 && questions.length === 0, `errors: ${errors.join('; ') || 'none'}`),
	]);
};

/** Two people with the same page open press the same button. */
export const twoPeople: Scenario = async (fixture) => {
	const first = await fixture.open({ locale: 'es-CO' });
	const second = await fixture.open({ locale: 'es-CO' });
	for (const { page } of [first, second]) await page.goto(paneOf(fixture, OTHER.key));
	const said = await byKeyboard(first.page, 'Cancelar todo');
	const again = await byKeyboard(second.page, 'Cancelar todo');
	await Promise.all([first.close(), second.close()]);
	return check('of two who press the same button the second is told that it was done', [
		part(/Se canceló todo lo programado/.test(said), `"${said}"`),
		part(/ya no había nada programado/.test(again), `"${again}"`),
	]);
};

const FORMS: [action: string, target: string[]][] = [
	...['pause', 'resume', 'optOut', 'optIn', 'convert', 'cancelAll', 'forget'].map(
		(action): [string, string[]] => [action, [`whatsapp:${ACCOUNT}:C.36`]],
	),
	...(['move', 'cancel', 'sendNow'] as const).map((action): [string, string[]] => [
		action,
		['live.36', 'UTC'],
	]),
	['removeChatbot', [CHATBOT]],
	['deactivate', [CHATBOT, 'cita']],
];

/** Forms of another site, sent by the browser of somebody who is logged in. */
export const actsFromElsewhere: Scenario = async (fixture) => {
	const { page, close } = await fixture.open();
	const authorization = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;
	const stored = () =>
		JSON.stringify([
			stateOf(fixture, 36),
			fixture.rows("select * from scheduled_follow_ups where id = 'live.36'"),
			fixture.rows('select count(*) as n from chatbots'),
		]);
	const before = stored();
	const statuses: string[] = [];
	let form = '';
	await page.route('https://elsewhere.example/', async (route) => {
		await route.fulfill({ contentType: 'text/html', body: form });
	});
	for (const [action, target] of FORMS) {
		const value = JSON.stringify(target).replaceAll('"', '&quot;');
		form = `<form method="post" action="${fixture.address.es}"><input name="action" value="${action}"><input name="target" value="${value}"><input name="keepOptOut" value="no"><input name="token" value="9999999999999.x"><button>Go</button></form>`;
		await page.setExtraHTTPHeaders({});
		await page.goto('https://elsewhere.example/');
		await page.setExtraHTTPHeaders({ authorization });
		const [answer] = await Promise.all([
			page.waitForResponse(fixture.address.es),
			page.getByRole('button').click(),
		]);
		statuses.push(`${action} ${answer.status()}`);
	}
	const after = stored();
	await close();
	return check('no form of another site does anything', [
		part(
			statuses.every((one) => one.endsWith(' 403')),
			statuses.join(', '),
		),
		part(after === before, 'nothing was changed'),
	]);
};

/** How everything is doing, and what is not published any more. */
export const healthShown: Scenario = async (fixture) => {
	const { page, close } = await fixture.open({ locale: 'es-CO' });
	await page.goto(fixture.address.es);
	const health = await page.locator('.health').innerText();
	const isFirst = await page.locator('main > section, main > .create').first().innerText();
	const flores = page.locator('.chatbot', { hasText: 'Tienda de flores' });
	const running = await flores.locator('.not-running').count();
	await close();
	return check('how everything is doing stands on top', [
		part(
			/Último aviso de Meta/.test(health) && /Gasto de este mes\s+USD/.test(health),
			health.replace(/\s+/g, ' '),
		),
		part(isFirst.length > 0 && running === 0, 'a published chatbot is not shown as unpublished'),
	]);
};
