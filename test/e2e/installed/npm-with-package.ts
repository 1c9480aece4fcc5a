import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../../../harness/shared/child.ts';
import { PROJECT_DIR, readPackageJson } from '../../../harness/shared/project.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';

/**
 * A folder with an `npm` that knows this package as if it were published, and passes on everything else. n8n installs
 * community packages with the `npm` that PATH finds first: `npm view`, `npm pack`, unpacking, and a shallow `npm install`
 * without scripts (community-packages.service.js of n8n 2.39.10).
 * @returns the PATH under which it is found.
 */
export async function npmWithPackage(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	const { name, version } = readPackageJson() as { name: string; version: string };
	const tarball = await pack(folder);
	const file = join(folder, 'npm');
	writeFileSync(
		file,
		`#!/bin/sh
case "$1 $2" in
	"view ${name}@"*) echo '"${version}"' ;;
	"pack ${name}@"*) cp '${join(folder, tarball)}' . && echo '${tarball}' ;;
	*) PATH='${process.env.PATH}' exec npm "$@" ;;
esac
`,
	);
	chmodSync(file, 0o755);
	return [folder, process.env.PATH].join(delimiter);
}

async function pack(folder: string): Promise<string> {
	const { code, log } = await runCommand({
		name: 'npm pack',
		command: 'npm',
		args: ['pack', '--ignore-scripts', '--quiet', `--pack-destination=${folder}`],
		cwd: PROJECT_DIR,
		seconds: 60,
	});
	const tarball = log.lines.find((line) => line.endsWith('.tgz'));
	if (code !== 0 || tarball === undefined)
		throw new CliError(`The package was not packed. ${log.last('npm said')}`);
	return tarball.trim();
}
