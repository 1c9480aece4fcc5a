import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { claim } from '../../../harness/smoke/claims.ts';
import { VIEWS } from './views.ts';
import { type Play } from './views.ts';
import { CHATBOT, FOLLOW_UPS } from './scene.ts';
import type { Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true } satisfies BrowserContextOptions;

/** Every view, the details among them. */
export function addresses({ address }: Stage): string[] {
	const details = `view=followUp&chatbot=${CHATBOT}&followUp=${FOLLOW_UPS[0].id}`;
	return [...VIEWS.map((view) => `view=${view}`), details].map((query) => `${address.es}?${query}`);
}

export const phoneSized: Play = async (stage) => {
	const { page, close } = await stage.open(PHONE);
	const parts = [];
	for (const address of addresses(stage)) {
		await page.goto(address);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		parts.push({ ok: width <= PHONE.viewport.width, says: `${width} px wide` });
	}
	await close();
	return claim('on a phone nothing has to be scrolled sideways', parts);
};

export const accessible: Play = async (stage) => {
	const parts = [];
	const looks: BrowserContextOptions[] = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, PHONE];
	for (const look of looks) {
		const { page, close } = await stage.open(look);
		for (const address of addresses(stage)) {
			await page.goto(address);
			await page.evaluate(AXE);
			const { violations, passes } = await page.evaluate(
				async () => await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
			);
			const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			const found = bad.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
			parts.push({
				ok: bad.length === 0 && passes.length > 10,
				says: found.join('; ') || `${passes.length} rules hold`,
			});
		}
		await close();
	}
	return claim('axe finds no serious fault in any view, in light, in dark and on a phone', parts);
};
