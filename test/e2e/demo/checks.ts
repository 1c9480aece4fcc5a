import type { Language } from '../../../harness/demo/options.ts';
import { FIRST_TEMPLATE } from '../../../harness/demo/template-file.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { setUpFixture } from './fixture.ts';
import { followGuide, STEPS } from './follow-guide.ts';
import { Player } from './player.ts';

/** Three minutes of a person, who reads; a machine does not. */
const MOST_SECONDS = 180;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

const part = (ok: boolean, found: string) => ({ ok, found });

/** The guide, from the first message to a follow-up of one's own, before there is any n8n. */
export async function engineAlone(lang: Language): Promise<Check> {
	const fixture = await setUpFixture(lang, FIRST_TEMPLATE[lang]);
	try {
		const { player, seconds } = await followGuide(await fixture.browser(DESKTOP), fixture.guide, lang);
		const ticked = await player.ticked();
		const small = await (await fixture.browser(PHONE)).newPage();
		await small.goto(fixture.guide);
		await small.locator('.step').first().waitFor();
		const width = await small.evaluate(() => document.documentElement.scrollWidth);
		const tooWide = await small.evaluate(
			(most) =>
				Array.from(document.querySelectorAll('body *'))
					.filter((element) => element.getBoundingClientRect().right > most)
					.map(
						({ tagName, className, textContent }) =>
							`${tagName}.${String(className)} ${textContent?.slice(0, 40)}`,
					),
			PHONE.width,
		);
		return check(`${lang}: the guide on the engine alone, to a follow-up of one's own on the phone`, [
			part(ticked === STEPS.length, `${ticked} of ${STEPS.length} steps ticked`),
			part(
				seconds.all <= MOST_SECONDS,
				`first follow-up after ${seconds.firstFollowUp} s, all after ${seconds.all} s`,
			),
			part(fixture.errors.length === 0, `${fixture.errors.length} errors ${fixture.errors.join()}`),
			part(width <= PHONE.width, `${width} pixels wide on a phone of ${PHONE.width} ${tooWide.join(', ')}`),
		]);
	} finally {
		await fixture.stop();
	}
}

interface Ledger {
	messages: { via: string; text?: string }[];
	violations: unknown[];
	deliveries: { done: boolean; url: string | null }[];
}

/** What the engine had planned is sent by n8n, once; what is written during the change is planned too. */
export async function takenOver(log: (step: string) => void): Promise<Check> {
	const lang = 'en';
	const fixture = await setUpFixture(lang, FIRST_TEMPLATE[lang]);
	const { demo } = fixture;
	const ledger = async () => (await (await fetch(`${demo.places.sandbox}/api/state`)).json()) as Ledger;
	try {
		const player = new Player(await (await fixture.browser(DESKTOP)).newPage());
		await player.page.goto(fixture.guide);
		let isThere = false;
		const bringing = demo.bringN8n(log).finally(() => (isThere = true));
		let customers = 0;
		// Somebody new every few seconds, so that some of them write in the very moment of the change.
		while (!isThere) {
			await begin(demo.places.sandbox, ++customers);
			await player.page.waitForTimeout(4_000);
		}
		const n8n = await bringing;
		await player.page.locator('.notice[data-state=ready]').waitFor();
		await begin(demo.places.sandbox, ++customers);
		const sent = async () => (await ledger()).messages.filter(({ via }) => via === 'api').length;
		await waitUntil({
			what: `${customers} follow-ups`,
			seconds: 120,
			details: n8n.lastLines,
			probe: async () => (await sent()) >= customers || undefined,
		}).catch(() => undefined);
		await player.page.waitForTimeout(10_000);
		const { violations, deliveries } = await ledger();
		const failed = n8n.executions().filter(({ status }) => status === 'error');
		const count = await sent();
		const open = deliveries.filter(({ done }) => !done).length;
		const toN8n = deliveries.filter(({ url }) => url?.startsWith(n8n.url)).length;
		return check('n8n takes over what the engine has planned', [
			part(count === customers, `${count} follow-ups for ${customers} customers`),
			part(violations.length === 0, `${violations.length} violations`),
			part(open === 0 && toN8n > 0, `${open} deliveries open, ${toN8n} went to n8n`),
			part(failed.length === 0, `${failed.length} executions failed`),
			part(fixture.errors.length === 0, `${fixture.errors.length} errors ${fixture.errors.join()}`),
		]);
	} finally {
		await fixture.stop();
	}
}

/** Somebody asks for an appointment, and is answered. */
async function begin(sandbox: string, number: number): Promise<void> {
	const post = async <T>(path: string, body: object) => {
		const response = await fetch(`${sandbox}/api${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return (await response.json()) as T;
	};
	const phone = `+57300${String(5_000_000 + number)}`;
	const { id } = await post<{ id: string }>('/customers', { name: `Customer ${number}`, phone });
	await post(`/customers/${id}/messages`, { text: 'I would like an appointment', wait: true });
	await post(`/customers/${id}/business`, { text: 'Tomorrow at 10?', wait: true });
}
