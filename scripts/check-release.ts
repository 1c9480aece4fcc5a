import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR, readPackageJson } from '../harness/shared/project.ts';
import { CliError } from '../harness/shared/cli-error.ts';
import { runProgram } from '../harness/shared/command-line.ts';

const CHECK = {
	call: 'node scripts/check-release.ts <tag>',
	words: { name: 'tag', says: 'what the release is tagged with' },
	options: {},
};

/** Fails unless the tag, the version in package.json and the newest heading of the changelog are one and the same. */
export function checkRelease(tag: string | undefined, version: string, changelog: string): string {
	const heading = /^##\s+\[?v?(\d+\.\d+\.\d+[^\]\s]*)/m.exec(changelog)?.[1];
	if (!tag) throw new CliError('No tag was given. Use it as: node scripts/check-release.ts <tag>');
	if (tag !== version || heading !== version) {
		throw new CliError(
			`A release needs one version in three places. Found: tag ${tag}, package.json ${version}, newest heading of CHANGELOG.md ${heading ?? 'none'}. Make them equal and tag again.`,
		);
	}
	return version;
}

if (import.meta.main) {
	await runProgram(CHECK, async ({ words: [tag] }) => {
		const changelog = readFileSync(join(PROJECT_DIR, 'CHANGELOG.md'), 'utf8');
		console.log(
			`Release ${checkRelease(tag, readPackageJson().version, changelog)}: tag, package and changelog agree.`,
		);
		return 0;
	});
}
