import { flag } from '../../harness/shared/options.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { onFixture, runByItself, logCheck } from './run-checks.ts';
import { SUITES } from './templates/suites.ts';
import { setUpFixture } from './templates/fixture.ts';

/** Imports every template of both languages into a real n8n and runs each to its promised end. */
export async function templatesChecks(
	log: (step: string) => void = console.log,
	{ only, pictures = false }: { only?: RegExp; pictures?: boolean } = {},
): Promise<Check[]> {
	const fixture = await setUpFixture(log, { only, pictures });
	return await onFixture({ lastLines: () => fixture.n8n.lastLines(), stop: fixture.stop }, async () => {
		const checks: Check[] = [];
		for (const suite of SUITES) {
			for (const result of await suite(fixture)) {
				logCheck(result, log);
				checks.push(result);
			}
		}
		return checks;
	});
}

// Run by itself: node test/e2e/templates.ts
await runByItself(
	import.meta.filename,
	async ({ values, words: [name] }) =>
		await templatesChecks(console.log, { ...values, ...(name && { only: new RegExp(name) }) }),
	{
		options: { pictures: flag('renews docs/pictures/template-*.png') },
		words: { name: 'name', says: 'part of a file name; every template unless given' },
	},
);
