import type { Check } from '../../harness/smoke/checks.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { setUpFixture, type Way } from './receive-on/fixture.ts';
import { restarts } from './receive-on/restarts.ts';
import { runAll, runByItself } from './run-checks.ts';

const WAYS: Way[] = ['ownPort', 'intakeProcess'];

/** Checks in a real n8n that no message is lost through its restarts, with a port of its own and with the intake. */
export async function receiveOnChecks(
	log: (step: string) => void = console.log,
	{ only }: { only?: string } = {},
): Promise<Check[]> {
	const checks: Check[] = [];
	for (const way of WAYS.filter((one) => only === undefined || one === only)) {
		const fixture = await setUpFixture(way, log);
		checks.push(...(await runAll(fixture, { [way]: async (it) => await restarts(it, way, log) }, log)));
	}
	return checks;
}

// Run by itself: node test/e2e/receive-on.ts [ownPort|intakeProcess]
await runByItself(
	import.meta.filename,
	async ({ words: [only] }) => await receiveOnChecks(new Steps().log, only === undefined ? {} : { only }),
	{ options: {}, words: { name: 'way', says: 'one of ownPort, intakeProcess' } },
);
