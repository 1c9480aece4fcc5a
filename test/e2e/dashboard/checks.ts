import { check } from '../../../harness/smoke/checks.ts';
import { accessible, phoneSized } from './checks-reading.ts';
import { actsFromElsewhere, customerServed, healthShown, twoPeople } from './checks-conversation.ts';
import { fromElsewhere, rewritten, written } from './checks-writing.ts';
import { FOLLOW_UPS, NASTY, ONE, PAUSED_ACCOUNT } from './sample.ts';
import { LOGIN, type Fixture, type Visit } from './fixture.ts';
import { type Scenario, VIEWS } from './views.ts';

const part = (ok: boolean, found: string) => ({ ok, found });
/** Four times what a person should wait at most: the machine may be busy with other tests. */
const TOO_LONG_MS = 8_000;

const login = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`;

/** Opens a page, does something on it, and closes it. */
export async function on<T>(
	fixture: Fixture,
	address: string,
	work: (visit: Visit) => Promise<T>,
): Promise<T> {
	const visit = await fixture.open({ locale: 'es-CO' });
	try {
		await visit.page.goto(address);
		return await work(visit);
	} finally {
		await visit.close();
	}
}

const quick: Scenario = async (fixture) => {
	const parts = [];
	for (const view of VIEWS) {
		const visit = await fixture.open();
		// The first answer of a fresh n8n also loads code; a reader meets that once.
		await visit.page.goto(`${fixture.address.es}?view=${view}`);
		const times = [];
		for (let turn = 0; turn < 3; turn++) {
			const start = performance.now();
			await visit.page.goto(`${fixture.address.es}?view=${view}`, { waitUntil: 'load' });
			times.push(performance.now() - start);
		}
		await visit.close();
		const median = times.sort((a, b) => a - b)[1] ?? Infinity;
		parts.push(part(median < TOO_LONG_MS, `${view} is there in ${Math.round(median)} ms`));
	}
	return check('with 5,000 scheduled and 20,000 ended each view is there at once', parts);
};

const locked: Scenario = async ({ address }) => {
	const get = await fetch(address.es);
	const post = await fetch(address.es, { method: 'POST', body: new URLSearchParams({ action: 'cancel' }) });
	return check('without the login there is no page and no action', [
		part(get.status === 401, `GET was answered ${get.status}`),
		part(post.status === 401, `POST was answered ${post.status}`),
	]);
};

const selfContained: Scenario = async (fixture) =>
	await on(fixture, `${fixture.address.es}?view=statistics`, async ({ page, errors }) => {
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		const response = await page.goto(`${fixture.address.es}?view=conversations`);
		const headers = response?.headers() ?? {};
		const before = await page.locator('time.countdown').first().textContent();
		await page.waitForFunction(
			(text) => document.querySelector('time.countdown')?.textContent !== text,
			before,
		);
		return check("the page needs nothing else, also inside n8n's sandbox, and its windows run down", [
			part(requests.length === 1, `${requests.length} request`),
			part(/^sandbox /.test(headers['content-security-policy'] ?? ''), 'n8n sandboxes it'),
			part(headers['x-frame-options'] === 'DENY', 'it cannot be framed'),
			part(errors.length === 0, `errors on the page: ${errors.join('; ') || 'none'}`),
			part(/min/.test(before ?? ''), `a window read "${before}" and then something else`),
		]);
	});

const byColour: Scenario = async (fixture) =>
	await on(fixture, fixture.address.es, async ({ page }) => {
		const all = await page.locator('.card').count();
		await page.getByLabel('Color').selectOption({ label: 'Naranja' });
		await page.waitForURL(/colour=orange/);
		const names = await page.locator('.card h3').allTextContents();
		return check('the follow-ups are filtered by colour', [
			part(all === FOLLOW_UPS.length, `${all} cards at first`),
			part(names.length === 1 && names[0] === 'Oferta sin respuesta', `then ${names.join(', ')}`),
		]);
	});

const switchedOff: Scenario = async (fixture) =>
	await on(fixture, fixture.address.es, async ({ page, questions }) => {
		const { id, name } = FOLLOW_UPS[3];
		const live = () =>
			Number(
				fixture.rows(
					"select count(*) as n from scheduled_follow_ups where follow_up = ? and state = 'scheduled'",
					id,
				)[0]?.n,
			);
		const before = live();
		await page.getByRole('switch', { name, checked: true }).click();
		await page.locator('.notice').waitFor();
		const notice = await page.locator('.notice').innerText();
		const isFocused = await page.locator('.notice').evaluate((element) => element === document.activeElement);
		const [row] = fixture.rows(
			"select count(*) as n from scheduled_follow_ups where follow_up = ? and reason_code = 'definition_inactive'",
			id,
		);
		const after = live();
		await page.getByRole('switch', { name, checked: false }).click();
		await page.getByRole('switch', { name, checked: true }).waitFor();
		return check('switching a follow-up off ends what it has scheduled, and it goes on again', [
			part(before > 1_000 && after === 0, `${before} scheduled before, ${after} after`),
			part(Number(row?.n) === before, `${row?.n} ended as definition_inactive`),
			part(notice.includes(String(before)) && isFocused, `the page says, in focus: "${notice}"`),
			part(questions.length === 1, `it asked first: ${questions.join('; ')}`),
		]);
	});

const cancelled: Scenario = async (fixture) =>
	await on(fixture, `${fixture.address.es}?view=scheduled`, async ({ page }) => {
		await page.getByLabel('Cliente').fill(ONE.name);
		await page.keyboard.press('Enter');
		await page.waitForURL(/search=/);
		const rows = await page.locator('.row').count();
		await page.getByRole('button', { name: `Enviar ya Seguimiento post-venta a ${ONE.name}` }).click();
		await page.locator('.notice').waitFor();
		const due = await page.locator('.notice').innerText();
		await page.getByRole('button', { name: new RegExp(`^Cancelar .* para ${ONE.name}$`) }).click();
		await page.locator('.notice', { hasText: 'Se canceló' }).waitFor();
		const [row] = fixture.rows("select state, reason_code from scheduled_follow_ups where id = 'live.2'");
		return check('one customer is found among the scheduled, sent at once, and cancelled', [
			part(rows === 1, `${rows} row of ${ONE.name}`),
			part(/Llegó la hora/.test(due), `"${due}"`),
			part(
				row?.state === 'ended' && row.reason_code === 'cancelled_by_user',
				`in the store: ${JSON.stringify(row)}`,
			),
		]);
	});

const customersLog: Scenario = async (fixture) =>
	await on(fixture, `${fixture.address.es}?view=log`, async ({ page }) => {
		await page.getByLabel('Cliente').fill(`+${ONE.phone}`);
		await page.getByRole('button', { name: 'Aplicar' }).click();
		await page.waitForURL(/search=/);
		const found = new Set(await page.locator('.row .who strong').allTextContents());
		const shown = await page.locator('.row').count();
		const [{ n } = { n: 0 }] = fixture.rows(
			"select count(*) as n from scheduled_follow_ups where conversation_id = 2 and state not in ('scheduled', 'claimed', 'sending')",
		);
		return check("one customer's log is found by phone number", [
			part(found.size === 1 && found.has(ONE.name), `rows of ${[...found].join(', ')}`),
			part(shown === Number(n), `${shown} of the ${n} in the store`),
		]);
	});

const pausedAndResumed: Scenario = async (fixture) =>
	await on(fixture, `${fixture.address.es}?view=conversations&search=Camila+2`, async ({ page }) => {
		const name = (await page.locator('.row .who strong').first().textContent()) ?? '';
		await page.getByRole('button', { name: `Pausar los seguimientos de ${name}`, exact: true }).click();
		await page.locator('.notice').waitFor();
		const resume = page.getByRole('button', { name: `Reanudar los seguimientos de ${name}`, exact: true });
		const [paused] = fixture.rows('select paused_at from conversations where name = ?', name);
		await resume.focus();
		await page.keyboard.press('Enter');
		await page.locator('.notice', { hasText: 'continúan' }).waitFor();
		const [resumed] = fixture.rows('select paused_at from conversations where name = ?', name);
		await page.getByRole('button', { name: /^Reanudar el envío/ }).click();
		await page.locator('.notice', { hasText: PAUSED_ACCOUNT }).waitFor();
		const alarms = await page.locator('.alarm', { hasText: 'en pausa' }).count();
		return check('a conversation is paused and resumed, and so is an account', [
			part(
				paused?.paused_at != null && resumed?.paused_at == null,
				`${name}: paused and resumed, by keyboard too`,
			),
			part(alarms === 0, 'no account is shown as paused any more'),
		]);
	});

const forged: Scenario = async (fixture) =>
	await on(fixture, `${fixture.address.es}?view=scheduled`, async ({ page }) => {
		const form = page.locator('form', { has: page.getByRole('button', { name: /^Cancelar/ }) });
		const target = await form.nth(0).locator('[name=target]').inputValue();
		const otherToken = await form.nth(1).locator('[name=token]').inputValue();
		const send = async (token: string) => {
			const body = new URLSearchParams({ action: 'cancel', target, token, back: '' });
			const headers = { authorization: login, origin: 'https://elsewhere.example' };
			const response = await fetch(fixture.address.es, { method: 'POST', headers, body, redirect: 'manual' });
			return { status: response.status, text: await response.text() };
		};
		const answers = [await send(''), await send(`${otherToken}x`), await send(otherToken)];
		const [id] = JSON.parse(target) as [string];
		const [row] = fixture.rows('select state from scheduled_follow_ups where id = ?', id);
		return check('a form that does not come from the page changes nothing', [
			part(
				answers.every(({ status }) => status === 403),
				`without a token, with a wrong one and with that of another: ${answers.map(({ status }) => status).join(', ')}`,
			),
			part(/no vino de esta página/.test(answers[0]?.text ?? ''), 'the answer says why'),
			part(row?.state === 'scheduled', `the follow-up is ${row?.state}`),
		]);
	});

const nasty: Scenario = async (fixture) => {
	const parts = [];
	for (const view of ['scheduled', 'log', 'conversations']) {
		const address = `${fixture.address.es}?view=${view}&search=${encodeURIComponent(NASTY.name)}`;
		const result = await on(fixture, address, async ({ page, errors, questions }) => ({
			who: new Set(await page.locator('.row .who strong').allTextContents()),
			texts: new Set(await page.locator('.row blockquote').allTextContents()),
			images: await page.locator('img').count(),
			problem: [...errors, ...questions],
		}));
		const { who, texts, images, problem } = result;
		parts.push(
			part(who.size === 1 && who.has(NASTY.name), `${view}: the name is "${[...who].join(', ')}"`),
			part(images === 0 && problem.length === 0, `${images} images, ${problem.join('; ') || 'nothing ran'}`),
		);
		if (view === 'log')
			parts.push(part(texts.size === 1 && texts.has(NASTY.text), `text: ${[...texts].join()}`));
	}
	return check('what a customer is called and writes is text on the page', parts);
};

const bothLanguages: Scenario = async (fixture) =>
	await on(fixture, fixture.address.en, async ({ page }) => {
		const english = await page.locator('h1').innerText();
		const language = await page.locator('html').getAttribute('lang');
		await page.getByRole('link', { name: 'Español' }).click();
		await page.waitForURL(/lang=es/);
		const spanish = await page.locator('h1').innerText();
		const inSpanish = await page.locator('html').getAttribute('lang');
		return check('the page speaks English and Spanish', [
			part(english === 'Follow-ups' && language === 'en', `"${english}" in ${language}`),
			part(spanish === 'Seguimientos' && inSpanish === 'es', `"${spanish}" in ${inSpanish}`),
		]);
	});

/** What the dashboard has to show in a real n8n, in the order in which it is checked. */
export const SCENARIOS: Record<string, Scenario> = {
	...{ quick, locked, selfContained, byColour, switchedOff, cancelled, customersLog, forged, nasty },
	...{ customerServed, twoPeople, actsFromElsewhere, healthShown },
	...{ written, rewritten, fromElsewhere },
	...{ bothLanguages, phoneSized, accessible, pausedAndResumed },
};
