import { ensureN8n } from '../../harness/n8n/install.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { CliError } from '../../harness/shared/cli-error.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { withStandStills } from '../e2e/run-checks.ts';
import type { Result } from './result.ts';

/** Runs checks in a real n8n. If the fixture cannot be set up, that is one failure with its reason. */
export async function checksInN8n(run: (steps: Steps) => Promise<Check[]>): Promise<Result> {
	const steps = new Steps();
	try {
		await ensureN8n(steps.log);
		const checks = withStandStills(await run(steps));
		const passed = checks.filter(({ holds }) => holds).length;
		return { passed, failed: checks.length - passed };
	} catch (error) {
		if (!(error instanceof CliError)) throw error;
		console.log(error.message);
		return { passed: 0, failed: 1 };
	}
}
