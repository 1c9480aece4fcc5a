import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { check } from '../../../harness/smoke/checks.ts';
import { VIEWS } from './views.ts';
import { type Scenario } from './views.ts';
import { ACCOUNT, CHATBOT, FOLLOW_UPS, KEPT } from './sample.ts';
import type { Fixture } from './fixture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DESK = { viewport: { width: 1400, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } satisfies BrowserContextOptions;

/** Every view, the details among them. */
export function addresses({ address }: Fixture): string[] {
	const details = `view=followUp&chatbot=${CHATBOT}&followUp=${FOLLOW_UPS[0].id}`;
	const forms = ['view=edit', `view=edit&chatbot=${KEPT.id}`];
	const talk = `view=conversation&conversation=${encodeURIComponent(`whatsapp:${ACCOUNT}:C.48`)}&check=now`;
	return [...VIEWS.map((view) => `view=${view}`), details, ...forms, talk].map(
		(query) => `${address.es}?${query}`,
	);
}

export const phoneSized: Scenario = async (fixture) => {
	const { page, close } = await fixture.open(PHONE);
	const parts = [];
	for (const address of addresses(fixture)) {
		await page.goto(address);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		parts.push({ ok: width <= PHONE.viewport.width, found: `${width} px wide` });
	}
	await close();
	return check('on a phone nothing has to be scrolled sideways', parts);
};

export const accessible: Scenario = async (fixture) => {
	const parts = [];
	const looks: BrowserContextOptions[] = [
		{ ...DESK, colorScheme: 'light' },
		{ ...DESK, colorScheme: 'dark' },
		{ ...PHONE, colorScheme: 'light' },
		{ ...PHONE, colorScheme: 'dark' },
	];
	for (const look of looks) {
		const { page, close } = await fixture.open(look);
		for (const address of addresses(fixture).flatMap((one) => [one, `${one}&lang=en`])) {
			await page.goto(address);
			// What is folded would not be looked at.
			await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
			await page.evaluate(AXE);
			const { violations, passes } = await page.evaluate(
				async () => await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
			);
			const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			const found = bad.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
			parts.push({
				ok: bad.length === 0 && passes.length > 10,
				found: found.join('; ') || `${passes.length} rules hold`,
			});
		}
		await close();
	}
	return check(
		'axe finds no serious fault in any view, in both languages, in light, in dark and on a phone',
		parts,
	);
};
