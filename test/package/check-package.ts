import { counted, type Result } from '../run/result.ts';
import { loadTime } from './load-time.ts';
import { packageContent } from './package-content.ts';
import { runMain } from '../../harness/shared/cli-error.ts';

/** Checks the built package as npm would publish it. */
export async function checkPackage(): Promise<Result> {
	return counted([...(await packageContent()), loadTime()]);
}

if (import.meta.main) await runMain(async () => ((await checkPackage()).failed === 0 ? 0 : 1));
