import { flag } from '../../harness/shared/options.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { SCENARIOS } from './dashboard/checks.ts';
import { takePictures } from './dashboard/pictures.ts';
import { setUpFixture } from './dashboard/fixture.ts';
import { runAll, runByItself } from './run-checks.ts';

/** Checks everything that the dashboard has to show in a real n8n with the built package and a browser. */
export async function dashboardChecks(
	log: (step: string) => void = console.log,
	{ pictures = false } = {},
): Promise<Check[]> {
	const fixture = await setUpFixture(log);
	try {
		if (pictures) await takePictures(fixture, log);
	} catch (error) {
		await fixture.stop();
		throw error;
	}
	return await runAll(fixture, SCENARIOS, log);
}

// Run by itself: node test/e2e/dashboard.ts
await runByItself(import.meta.filename, async ({ values }) => await dashboardChecks(console.log, values), {
	options: { pictures: flag('renews docs/pictures/dashboard-*.png') },
});
