import { N8N_VERSIONS } from '../../harness/n8n/version.ts';
import type { Steps } from '../../harness/shared/steps.ts';
import type { Check } from '../../harness/smoke/checks.ts';
import { checksInN8n } from './checks-in-n8n.ts';
import type { Result } from './result.ts';

type Step = [title: string, run: () => Promise<Result>];
type RunChecks = (steps: Steps) => Promise<Check[]>;

/** Runs something on one version of n8n. */
export async function onN8n<T>(version: string, run: () => Promise<T>): Promise<T> {
	const before = process.env.META_FOLLOWUP_N8N;
	process.env.META_FOLLOWUP_N8N = version;
	try {
		return await run();
	} finally {
		if (before === undefined) delete process.env.META_FOLLOWUP_N8N;
		else process.env.META_FOLLOWUP_N8N = before;
	}
}

/**
 * The steps of what is run on every version of n8n. The older ones take another 3 GB and some minutes, so they run where
 * everything is demanded, as in CI, and are named elsewhere. A version that `META_FOLLOWUP_N8N` names is the only one.
 */
export function onEachN8n(runs: [title: string, run: RunChecks][]): Step[] {
	const chosen = process.env.META_FOLLOWUP_N8N;
	const versions = chosen ? [chosen] : N8N_VERSIONS;
	return versions.flatMap((version, place) =>
		runs.map(
			([title, run]): Step => [
				`${title} (n8n ${version})`,
				async () => {
					if (place === 0 || process.env.TEST_EVERYTHING === '1')
						return await onN8n(version, async () => await checksInN8n(run));
					console.log(
						`Left out, because it needs a second n8n. TEST_EVERYTHING=1 npm test runs it, or META_FOLLOWUP_N8N=${version} npm test.`,
					);
					return { passed: 0, failed: 0 };
				},
			],
		),
	);
}
