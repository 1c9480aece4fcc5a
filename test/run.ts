import { checkPackage } from './package/check-package.ts';
import { heardChecks } from './e2e/heard.ts';
import { installedChecks } from './e2e/installed.ts';
import { sendingChecks } from './e2e/sending.ts';
import { triggerChecks } from './e2e/trigger.ts';
import { LONG_RUNS } from './run/long-runs.ts';
import { jestTests } from './run/jest.ts';
import { onEachN8n } from './run/on-n8n.ts';
import type { Result } from './run/result.ts';
import { templateNodes } from './run/template-nodes.ts';
import { inTurn, toolCheck } from './run/tool.ts';
import { Interruption } from '../harness/shared/interruption.ts';
import { smoke } from '../harness/smoke/smoke.ts';
import { secondsSince } from '../harness/shared/time.ts';
import { runProgram } from '../harness/shared/command-line.ts';

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
	['nodes of the templates in the newest n8n', templateNodes],
	...onEachN8n([
		['smoke in a real n8n', async (steps) => await smoke({ lang: 'es', keep: false }, steps)],
		['installed in a clean n8n', installedChecks],
		['trigger in a real n8n', async ({ log }) => await triggerChecks(log)],
		['sending in a real n8n', async ({ log }) => await sendingChecks(log)],
		['customers heard in a real n8n', async ({ log }) => await heardChecks(log)],
	]),
	...LONG_RUNS,
];

const EVERYTHING = {
	call: 'npm test',
	about: 'Every check there is, in one run. The last line is for machines: "N passed, N failed".',
	options: {},
};

await runProgram(EVERYTHING, async () => {
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
