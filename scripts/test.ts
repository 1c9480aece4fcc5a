import { checkPackage } from './check-package.ts';
import { installedClaims } from '../test/e2e/installed.ts';
import { sendingClaims } from '../test/e2e/sending.ts';
import { triggerClaims } from '../test/e2e/trigger.ts';
import { claimsInN8n } from './checks/claims.ts';
import { LONG_RUNS } from './checks/long-runs.ts';
import { jestTests } from './checks/jest.ts';
import type { Result } from './checks/result.ts';
import { inTurn, toolCheck } from './checks/tool.ts';
import { Interruption } from './shared/interruption.ts';
import { smoke } from './smoke/smoke.ts';
import { secondsSince } from './shared/time.ts';
import { runMain } from './shared/trouble.ts';

const STEPS: [title: string, run: () => Promise<Result>][] = [
	['build', async () => await toolCheck('gulp', ['build', '--silent'])],
	['lint', async () => await toolCheck('n8n-node', ['lint'])],
	[
		'types',
		async () =>
			await inTurn(
				async () => await toolCheck('tsc', ['--noEmit']),
				async () => await toolCheck('tsc', ['--noEmit', '-p', 'test/tsconfig.json']),
			),
	],
	['tests (unit, store, engine, wire)', jestTests],
	['package', checkPackage],
	[
		'smoke in a real n8n',
		async () => await claimsInN8n(async (steps) => await smoke({ lang: 'es', keep: false }, steps)),
	],
	['installed in a clean n8n', async () => await claimsInN8n(installedClaims)],
	['trigger in a real n8n', async () => await claimsInN8n(async ({ say }) => await triggerClaims(say))],
	['sending in a real n8n', async () => await claimsInN8n(async ({ say }) => await sendingClaims(say))],
	...LONG_RUNS,
];

/** Every check there is, in one run. The last line is for machines: "N passed, N failed". */
await runMain(async () => {
	new Interruption();
	const sum: Result = { passed: 0, failed: 0 };
	for (const [title, run] of STEPS) {
		const start = performance.now();
		console.log(`\n== ${title}`);
		const { passed, failed } = await run().catch((error: unknown): Result => {
			// One broken step must not hide what the others have to say.
			console.log(error);
			return { passed: 0, failed: 1 };
		});
		console.log(`-- ${title}: ${passed} passed, ${failed} failed (${secondsSince(start)})`);
		sum.passed += passed;
		sum.failed += failed;
	}
	console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
	return sum.failed === 0 ? 0 : 1;
});
