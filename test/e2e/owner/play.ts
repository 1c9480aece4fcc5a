import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { picture } from '../dashboard/checks-writing.ts';
import type { Fixture } from './fixture.ts';
import { SHOP } from './workflow.ts';

type Scenario = (fixture: Fixture) => Promise<Check>;

const part = (ok: boolean, found: string) => ({ ok, found });

const NAME = 'Recordatorio de ramo';
const TEXT = '¿Seguimos con tu ramo? Todavía tenemos girasoles.';
const STOP = 'Detener cuando el cliente confirma el pedido, lo cancela o dice que ya no está interesado';
const DESCRIPTION = 'Cuando el cliente pregunta por un ramo y no responde';

/** The chatbot is there before anybody wrote, and a follow-up is written in the steps of the product text. */
const written: Scenario = async ({ page, address }) => {
	await page.goto(address);
	const heading = page.getByRole('heading', { name: SHOP.name });
	const isThere = await heading.isVisible();
	const unpublished = await page.locator('.not-running').count();
	const box = (name: string) => page.getByRole('textbox', { name, exact: true });
	const next = async () => await page.getByRole('button', { name: 'Siguiente' }).click();
	await page.getByRole('link', { name: /Crear seguimiento/ }).click();
	await box('Nombre para mostrar').fill(NAME);
	await next();
	await page.getByLabel('Azul').check();
	await next();
	await box('Tiempo').fill('1');
	await page.getByLabel('Unidad').selectOption({ label: 'minutos' });
	await next();
	await box('Cuándo y para qué').fill(DESCRIPTION);
	await next();
	await page.getByLabel('Escribirlo yo').check();
	await box('Texto del mensaje').fill(TEXT);
	await next();
	await next();
	await box('Disparador de detención').fill(STOP);
	await next();
	const review = await page.locator('.review').innerText();
	await page.getByRole('button', { name: 'Crear', exact: true }).click();
	await page.locator('.notice').waitFor();
	const notice = await page.locator('.notice').innerText();
	await picture(page, 'owner-list');
	return check(
		'the chatbot is there from publishing, and a follow-up is written in the steps of the product text',
		[
			part(isThere && unpublished === 0, `${SHOP.name} is there before anybody wrote`),
			part(
				[NAME, 'Azul', '1 minuto', DESCRIPTION, TEXT, STOP].every((one) => review.includes(one)),
				'the review shows all of it',
			),
			part(/quedó creado y está activo/.test(notice), `"${notice}"`),
		],
	);
};

interface Ledger {
	messages: { customer: string | null; via: string; text?: string }[];
}

/** A customer writes, is seen on the dashboard by name, and gets the follow-up. */
const received: Scenario = async (fixture) => {
	const { page, address, sandbox } = fixture;
	const person = { name: 'Lucía Restrepo', channel: 'instagram' };
	const { id } = await sandbox<{ id: string }>('POST', '/customers', person);
	await sandbox('POST', `/customers/${id}/messages`, {
		text: 'Hola, ¿tienen ramos de girasoles?',
		wait: true,
	});
	const row = await waitUntil({
		what: 'the follow-up to be scheduled on the dashboard',
		seconds: 60,
		details: fixture.n8n.lastLines,
		probe: async () => {
			await page.goto(`${address}?view=scheduled`);
			return (await page.locator('.row').count()) > 0 ? await page.locator('.row').innerText() : undefined;
		},
	});
	await picture(page, 'owner-scheduled');
	await page.locator('.row .who a').click();
	await page.waitForURL(/view=conversation&/);
	const said = await page.locator('.said').innerText();
	await page.getByRole('link', { name: 'Preguntar a las reglas' }).click();
	await page.waitForURL(/check=now/);
	const now = await page.locator('.verdicts').innerText();
	await picture(page, 'owner-pane');
	const message = await waitUntil({
		what: 'the follow-up to be received',
		seconds: 150,
		details: fixture.n8n.lastLines,
		probe: async () => {
			const { messages } = await sandbox<Ledger>('GET', '/state');
			return messages.find((one) => one.customer === id && one.via === 'api');
		},
	});
	await page.goto(`${address}?view=log`);
	const log = await page.locator('.row').first().innerText();
	await page.locator('.row .who a').first().click();
	await page.locator('.said .business').first().waitFor();
	const sent = await page.locator('.said .business').first().innerText();
	await picture(page, 'owner-pane-sent');
	return check('a follow-up that was written on the dashboard reaches the customer who wrote', [
		part(row.includes(person.name) && row.includes(NAME), `scheduled: ${row.replace(/\s+/g, ' ')}`),
		part(said.includes('ramos de girasoles'), 'the conversation shows what was said'),
		part(/Esperaría hasta|Saldría ahora/.test(now), now.split('\n').slice(0, 2).join(': ')),
		part(message.text === TEXT, `received: "${message.text}"`),
		part(log.includes(NAME) && log.includes(TEXT), 'the log shows it'),
		part(sent.includes('Seguimiento automático') && sent.includes(TEXT), 'and the conversation too'),
	]);
};

/** A customer who answers ends what is planned for them, and the log says why. */
const answered: Scenario = async (fixture) => {
	const { page, address, sandbox } = fixture;
	const { id } = await sandbox<{ id: string }>('POST', '/customers', {
		name: 'Mario Paz',
		channel: 'messenger',
	});
	await sandbox('POST', `/customers/${id}/messages`, { text: 'Hola, ¿hacen envíos de ramos?', wait: true });
	await sandbox('POST', `/customers/${id}/messages`, { text: 'Ya no, gracias', wait: true });
	const log = await waitUntil({
		what: 'the log to say that the customer wrote again',
		seconds: 60,
		details: fixture.n8n.lastLines,
		probe: async () => {
			await page.goto(`${address}?view=log&search=Mario`);
			const [row] = await page.locator('.row').allInnerTexts();
			return row;
		},
	});
	return check('an answer of the customer ends what was planned, and the log says why in Spanish', [
		part(/No enviado/.test(log) && /volvió a escribir/.test(log), log.replace(/\s+/g, ' ')),
	]);
};

/** The limits of the product text: a name only once, at most five that are active. */
const limited: Scenario = async ({ page, address }) => {
	const names: string[] = [];
	let said = '';
	for (let copy = 2; copy <= 6; copy++) {
		await page.goto(address);
		await page.getByRole('link', { name: `Duplicar ${NAME}`, exact: true }).click();
		const name = page.getByRole('textbox', { name: 'Nombre para mostrar', exact: true });
		if (copy === 2) {
			await name.fill(NAME.toUpperCase());
			await page.getByRole('button', { name: 'Siguiente' }).click();
			said = await page.locator('#p-name').innerText();
		}
		await name.fill(`${NAME} ${copy}`);
		for (let step = 0; step < 7; step++) await page.getByRole('button', { name: 'Siguiente' }).click();
		await page.getByRole('button', { name: 'Crear', exact: true }).click();
		await page.locator('.notice, #problems').first().waitFor();
		names.push(await page.locator('.notice, #problems').first().innerText());
	}
	await picture(page, 'owner-full');
	const sixth = names.pop() ?? '';
	for (let copy = 2; copy <= 5; copy++) {
		await page.goto(address);
		await page.getByRole('button', { name: `Eliminar ${NAME} ${copy}`, exact: true }).focus();
		await page.keyboard.press('Enter');
		await page.locator('.notice', { hasText: 'se eliminó' }).waitFor();
	}
	return check('a name is given only once, and a sixth active follow-up is refused in words', [
		part(said.length > 0, `the same name in capitals: "${said}"`),
		part(
			names.every((one) => one.includes('está activo')),
			`${names.length} copies were made`,
		),
		part(/5/.test(sixth) && !/está activo/.test(sixth), `the sixth: "${sixth.replace(/\s+/g, ' ')}"`),
	]);
};

/** What the product text promises of the list: details, off and on, colour, editing, deleting. */
const managed: Scenario = async ({ page, address, errors }) => {
	await page.goto(address);
	await page.getByRole('link', { name: NAME, exact: true }).click();
	const details = await page.locator('.detail').innerText();
	await page.goto(address);
	await page.getByRole('switch', { name: NAME, checked: true }).focus();
	await page.keyboard.press('Enter');
	await page.locator('.notice', { hasText: 'está inactivo' }).waitFor();
	await page.getByRole('switch', { name: NAME, checked: false }).click();
	await page.locator('.notice', { hasText: 'está activo' }).waitFor();
	await page.getByLabel('Color').selectOption({ label: 'Azul' });
	await page.waitForURL(/colour=blue/);
	const blue = await page.locator('.card').count();
	await page.getByLabel('Plataforma').selectOption({ label: 'WhatsApp' });
	await page.waitForURL(/platform=whatsapp/);
	await page.goto(`${address}?colour=blue&active=off`);
	const none = await page.locator('.empty').innerText();
	await page.goto(address);
	await page.getByRole('link', { name: `Editar ${NAME}` }).click();
	await page.getByRole('textbox', { name: 'Nombre para mostrar', exact: true }).fill('Ramo pendiente');
	await page.getByRole('button', { name: 'Guardar cambios' }).click();
	await page.locator('.notice', { hasText: 'se guardó' }).waitFor();
	await page.getByRole('button', { name: 'Eliminar Ramo pendiente' }).click();
	await page.locator('.notice', { hasText: 'se eliminó' }).waitFor();
	const left = await page.locator('.card').count();
	return check('details, off and on, colour, editing and deleting are on the list', [
		part(
			[DESCRIPTION, TEXT, STOP, 'Azul'].every((one) => details.includes(one)),
			'the details show all of it',
		),
		part(blue === 1, `${blue} in blue`),
		part(/coincide con estos filtros/.test(none), `"${none}"`),
		part(left === 0, `${left} left after deleting`),
		part(errors.length === 0, `errors on the page: ${errors.join('; ') || 'none'}`),
	]);
};

/** Unpublished it says so, and it can be removed. */
const unpublished: Scenario = async (fixture) => {
	const { page, address } = fixture;
	await fixture.unpublish();
	const says = await waitUntil({
		what: 'the dashboard to say that the chatbot is not published',
		seconds: 60,
		details: fixture.n8n.lastLines,
		probe: async () => {
			await page.goto(address);
			return (await page.locator('.not-running').count()) > 0
				? await page.locator('.chatbot').innerText()
				: undefined;
		},
	});
	await picture(page, 'owner-unpublished');
	await page.getByRole('button', { name: `Quitar del tablero el chatbot ${SHOP.name}` }).focus();
	await page.keyboard.press('Enter');
	await page.locator('.notice').waitFor();
	const notice = await page.locator('.notice').innerText();
	const left = await page.locator('.chatbot').count();
	return check('a chatbot that is not published says so and is removed', [
		part(/Sin publicar/.test(says), says.replace(/\s+/g, ' ').slice(0, 120)),
		part(/se quitó del tablero/.test(notice) && left === 0, `"${notice}"`),
	]);
};

/** In the order in which a shop owner meets it. */
export const PLAY: Record<string, Scenario> = { written, received, answered, limited, managed, unpublished };
