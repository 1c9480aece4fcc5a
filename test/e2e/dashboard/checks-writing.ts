import type { Page } from 'playwright-core';
import { check } from '../../../harness/smoke/checks.ts';
import { LOGIN, type Fixture } from './fixture.ts';
import { KEPT } from './sample.ts';
import type { Scenario } from './views.ts';

const part = (ok: boolean, found: string) => ({ ok, found });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'es-CO' };

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

const NAME = 'Seguimiento post-venta';
const STOP = 'Detener cuando el cliente confirma satisfacción, reporta un problema o agradece';

/** The names of what the store holds of the chatbot. */
function stored(fixture: Fixture): { name: string; definition: Record<string, unknown> }[] {
	return fixture
		.rows(
			'select name, definition_json from follow_up_definitions where chatbot = ? and removed_at is null order by position',
			KEPT.id,
		)
		.map(({ name, definition_json }) => ({
			name: String(name),
			definition: JSON.parse(String(definition_json)) as Record<string, unknown>,
		}));
}

/** A picture for whoever wants to look, in the folder of that variable. */
export async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env.META_FOLLOWUP_PICTURES;
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** The second example of the product text, made by keyboard on a phone. */
export const written: Scenario = async (fixture) => {
	const { page, errors, close } = await fixture.open(PHONE);
	await page.goto(fixture.address.es);
	const isNamed = await page.getByRole('heading', { name: KEPT.name }).isVisible();
	await picture(page, 'phone-list-empty');
	await page.getByRole('link', { name: /Crear seguimiento/ }).click();
	const next = async () => await page.getByRole('button', { name: 'Siguiente' }).click();
	await next();
	const said = await page.locator('#p-name').innerText();
	await picture(page, 'phone-1-name-missing');
	await box(page, 'Nombre para mostrar').fill(NAME);
	await page.keyboard.press('Enter');
	await page.getByLabel('Verde').check();
	await picture(page, 'phone-2-colour');
	await next();
	await box(page, 'Tiempo').fill('30');
	const advised = await page.locator('.advice:visible').allInnerTexts();
	await picture(page, 'phone-3-delay');
	await box(page, 'Tiempo').fill('24');
	await next();
	await box(page, 'Cuándo y para qué').fill(
		'Después de una compra, para asegurar la satisfacción del cliente',
	);
	await next();
	await picture(page, 'phone-5-message');
	await next();
	await page
		.getByRole('combobox', { name: 'Plantilla de WhatsApp' })
		.selectOption({ label: 'confirmacion_de_compra (es)' });
	await next();
	const missing = await page.locator('#p-variables').innerText();
	await box(page, 'Texto 1').fill('vecina');
	const preview = await page.locator('.bubble [data-part=text]').innerText();
	await picture(page, 'phone-6-template');
	await next();
	await box(page, 'Disparador de detención').fill(STOP);
	await picture(page, 'phone-7-stop');
	await next();
	const review = await page.locator('.review').innerText();
	await picture(page, 'phone-8-review');
	await page.getByRole('button', { name: 'Crear', exact: true }).click();
	await page.locator('.notice').waitFor();
	const notice = await page.locator('.notice').innerText();
	await picture(page, 'phone-list');
	const [one] = stored(fixture);
	await close();
	return check('a follow-up is written on the dashboard step by step, on a phone', [
		part(isNamed, `the chatbot is called ${KEPT.name} from publishing`),
		part(said === 'Ponle un nombre.', `without a name: "${said}"`),
		part(advised.length === 2, `30 hours: ${advised.join(' ')}`),
		part(/Completa todos/.test(missing), `without a value: "${missing}"`),
		part(preview === 'Hola vecina, gracias por tu compra. ¿Llegó todo bien?', `preview: "${preview}"`),
		part(
			review.includes(NAME) && review.includes('24 horas') && review.includes(STOP),
			'the review shows what was chosen',
		),
		part(/quedó creado y está activo/.test(notice), `"${notice}"`),
		part(
			one?.name === NAME && one.definition.delay === 24 && one.definition.colour === 'green',
			'it is in the store',
		),
		part(errors.length === 0, `errors on the page: ${errors.join('; ') || 'none'}`),
	]);
};

/** What there is, changed, copied and deleted, in English on a desk. */
export const rewritten: Scenario = async (fixture) => {
	const { page, questions, errors, close } = await fixture.open({
		viewport: { width: 1280, height: 860 },
		colorScheme: 'dark',
	});
	await page.goto(`${fixture.address.en}?lang=en`);
	await picture(page, 'desk-list');
	await page.getByRole('link', { name: `Edit ${NAME}` }).click();
	await box(page, 'Display name').fill('After the sale');
	await page.getByLabel('Write it myself').check();
	await box(page, 'Text of the message').fill('Hello! Is everything all right with your order?');
	await picture(page, 'desk-edit');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await page.locator('.notice', { hasText: 'was saved' }).waitFor();
	const [changed] = stored(fixture);
	await page.getByRole('link', { name: 'Duplicate After the sale' }).click();
	await box(page, 'Display name').fill('After the sale');
	const taken = page.locator('#p-name');
	await page.getByRole('button', { name: 'Next' }).click();
	const said = await taken.innerText();
	await box(page, 'Display name').fill('After the sale, again');
	for (let step = 0; step < 7; step++) await page.getByRole('button', { name: 'Next' }).click();
	await picture(page, 'desk-review');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await page.locator('.notice', { hasText: 'was created' }).waitFor();
	const two = stored(fixture).map(({ name }) => name);
	await page.getByRole('button', { name: 'Delete After the sale, again' }).click();
	await page.locator('.notice', { hasText: 'was deleted' }).waitFor();
	const left = stored(fixture).map(({ name }) => name);
	await close();
	return check('a follow-up is edited, duplicated and deleted on the dashboard', [
		part(
			changed?.name === 'After the sale' && changed.definition.messageSource === 'fixed',
			`edited: ${changed?.name}`,
		),
		part(/has this name/.test(said), `a doubled name: "${said}"`),
		part(two.length === 2, `then there are ${two.join(' and ')}`),
		part(left.length === 1 && questions.length === 1, `after "${questions.join()}" there is ${left.join()}`),
		part(errors.length === 0, `errors on the page: ${errors.join('; ') || 'none'}`),
	]);
};

/** A form of another site, sent by the browser of somebody who is logged in. */
export const fromElsewhere: Scenario = async (fixture) => {
	const { page, close } = await fixture.open();
	const login = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;
	await page.route('https://elsewhere.example/', async (route) => {
		const body = `<form method="post" action="${fixture.address.es}"><input name="action" value="save"><input name="target" value='["${KEPT.id}",""]'><input name="name" value="Forged"><input name="token" value="1.x"><button>Go</button></form>`;
		await route.fulfill({ contentType: 'text/html', body });
	});
	await page.goto('https://elsewhere.example/');
	await page.setExtraHTTPHeaders({ authorization: login });
	const [answer] = await Promise.all([
		page.waitForResponse(fixture.address.es),
		page.getByRole('button').click(),
	]);
	const names = stored(fixture).map(({ name }) => name);
	await close();
	return check('a form of another site writes no follow-up', [
		part(answer.status() === 403, `it was answered ${answer.status()}`),
		part(!names.includes('Forged'), `there are ${names.join(', ')}`),
	]);
};
