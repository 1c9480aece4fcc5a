import { N8N_VERSIONS } from '../../harness/n8n/version.ts';
import type { Steps } from '../../harness/shared/steps.ts';
import type { Claim } from '../../harness/smoke/claims.ts';
import { claimsInN8n } from './claims.ts';
import type { Result } from './result.ts';

type Step = [title: string, run: () => Promise<Result>];
type Play = (steps: Steps) => Promise<Claim[]>;

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
export function onEachN8n(plays: [title: string, play: Play][]): Step[] {
	const chosen = process.env.META_FOLLOWUP_N8N;
	const versions = chosen ? [chosen] : N8N_VERSIONS;
	return versions.flatMap((version, place) =>
		plays.map(
			([title, play]): Step => [
				`${title} (n8n ${version})`,
				async () => {
					if (place === 0 || process.env.TEST_EVERYTHING === '1')
						return await onN8n(version, async () => await claimsInN8n(play));
					console.log(
						`Left out, because it needs a second n8n. TEST_EVERYTHING=1 npm test runs it, or META_FOLLOWUP_N8N=${version} npm test.`,
					);
					return { passed: 0, failed: 0 };
				},
			],
		),
	);
}
