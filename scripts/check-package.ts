import { counted, type Result } from './checks/result.ts';
import { loadTime } from './checks/load-time.ts';
import { packageContent } from './checks/package-content.ts';
import { runMain } from './shared/trouble.ts';

/** Checks the built package as npm would publish it. */
export async function checkPackage(): Promise<Result> {
	return counted([...(await packageContent()), loadTime()]);
}

if (import.meta.main) await runMain(async () => ((await checkPackage()).failed === 0 ? 0 : 1));
