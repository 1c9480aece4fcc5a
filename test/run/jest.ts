import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftOut } from '../support/debian-tools.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import type { Result } from './result.ts';
import { runTool } from './tool.ts';

interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
	wasInterrupted: boolean;
}

/** Runs every jest test except the end-to-end ones and counts them. */
export async function jestTests(): Promise<Result> {
	const reportFile = join(temporaryFolder('jest'), 'report.json');
	if (leftOut.length > 0) {
		console.log(
			`Left out: what needs ${leftOut.join(', ')}. Install it (apt-get install ${leftOut.join(' ')}) to run these tests too.`,
		);
	}
	const code = await runTool('jest', ['--json', `--outputFile=${reportFile}`]);
	if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
	const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
	// A test file that cannot be loaded has no tests, and must not vanish from the sum.
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
