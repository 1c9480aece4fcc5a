import { chromium } from 'playwright-core';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture, Person } from '../heard/fixture.ts';
import { DELAY_HOURS } from '../heard/workflow.ts';
import { BROWSER } from '../templates/form.ts';

const LATER = DELAY_HOURS + 1;
const part = (ok: boolean, found: string) => ({ ok, found });
const REFUSAL = 'Por favor ya no me escriban más';

async function says(
	fixture: Fixture,
	{ id }: Person,
	kind: 'voice' | 'picture',
	text: string,
): Promise<void> {
	await fixture.sandbox('POST', `/customers/${id}/events`, { kind, text, wait: true });
}

async function leftAlone(fixture: Fixture, person: Person): Promise<void> {
	await waitUntil({
		...{ what: `what ${person.name} said to be heard`, seconds: 60, details: fixture.n8n.lastLines },
		probe: () => fixture.conversationsOf(person).every((row) => row.opted_out_at !== null) || undefined,
	});
}

async function got(fixture: Fixture, person: Person, expected: number) {
	const { length } = await fixture.received(person);
	return part(length === expected, `${person.name} got ${length} (expected ${expected})`);
}

const live = (fixture: Fixture, person: Person): number =>
	fixture.followUpsOf(person).filter(({ state }) => state === 'scheduled').length;

/** A follow-up came, and the answer to it is a voice note that wants no more: heard at once, without waiting for the next. */
async function atOnce(fixture: Fixture): Promise<Check> {
	const people = [
		await fixture.somebody('Vera voz', '+573001310001'),
		await fixture.somebody('Olga otra', '+573001310002'),
	] as const;
	const [refuses, goesOn] = people;
	await fixture.planned([...people]);
	await fixture.passes(LATER);
	const before = [await got(fixture, refuses, 1), await got(fixture, goesOn, 1)];
	// WhatsApp dates by whole seconds: an answer in the second of the follow-up would stand before it.
	await fixture.passes(0.05);
	await says(fixture, refuses, 'voice', REFUSAL);
	await says(fixture, goesOn, 'voice', 'Lo pienso y les cuento');
	await leftAlone(fixture, refuses);
	const ended = live(fixture, refuses);
	await fixture.passes(LATER);
	const words = fixture.transcriptOf(refuses).map(({ text }) => text);
	return check('a voice note in answer to a follow-up that wants no more messages ends everything at once', [
		...before,
		part(ended === 0, `${ended} of ${refuses.name}'s follow-ups were still scheduled`),
		part(words.includes(REFUSAL), `the transcript holds ${JSON.stringify(words)}`),
		await got(fixture, refuses, 1),
		await got(fixture, goesOn, 2),
	]);
}

/** Nothing went out yet: heard when the follow-up is decided, and what is confirmed by voice stops it. */
async function late(fixture: Fixture): Promise<Check> {
	const confirms = await fixture.somebody('Ciro confirma', '+573001320001');
	const refuses = await fixture.somebody('Rita rechaza', '+573001320002');
	const shows = await fixture.somebody('Iris imagen', '+573001320003');
	await says(fixture, confirms, 'voice', 'Sí, confirmo la cita');
	await says(fixture, refuses, 'voice', REFUSAL);
	await says(fixture, shows, 'picture', 'Un zapato azul');
	await fixture.planned([confirms, refuses, shows]);
	await fixture.passes(LATER);
	const codes = fixture.followUpsOf(confirms).map(({ reason_code }) => String(reason_code));
	const seen = fixture.transcriptOf(shows).map(({ text }) => text);
	return check('voice notes and pictures are understood before a follow-up is decided', [
		part(codes.includes('stopped_goal'), `${confirms.name}: ${codes.join(', ')}`),
		part(seen.includes('Un zapato azul'), `${shows.name}'s transcript holds ${JSON.stringify(seen)}`),
		await got(fixture, confirms, 0),
		await got(fixture, refuses, 0),
		await got(fixture, shows, 1),
	]);
}

/** The same on the phone page. */
async function onPhone(fixture: Fixture): Promise<Check> {
	const person = await fixture.somebody('Tere teléfono', '+573001330001');
	await fixture.planned([person]);
	await fixture.passes(LATER);
	const browser = await chromium.launch(BROWSER);
	try {
		const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'es' });
		await page.goto(`${fixture.sandboxUrl}/?lang=es#customer=${person.id}`);
		await page.locator('#customer-text').fill(REFUSAL);
		await page.getByRole('button', { name: 'Nota de voz' }).click();
		await page.locator('.bubble.mine', { hasText: REFUSAL }).waitFor();
		await leftAlone(fixture, person);
		await fixture.passes(LATER);
		const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		return check('on the phone page (390 px) a voice note that wants no more messages ends everything', [
			await got(fixture, person, 1),
			part(!isTooWide, isTooWide ? 'the page is wider than its screen' : 'the page fits its screen'),
		]);
	} finally {
		await browser.close();
	}
}

export const SCENARIOS: Record<string, (fixture: Fixture) => Promise<Check>> = { atOnce, late, onPhone };
