import { runCommand } from './child.ts';
import { CliError } from './cli-error.ts';

/** What npm would publish. `size` is the packed size in bytes. */
export interface Packed {
	size: number;
	files: { path: string; size: number }[];
}

/** Asks npm which files of a package folder it would publish. */
export async function packedFiles(packageDir: string): Promise<Packed> {
	const { code, log } = await runCommand({
		name: 'npm pack',
		command: 'npm',
		args: ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'],
		cwd: packageDir,
		seconds: 60,
	});
	const json = log.lines.join('\n');
	const begin = json.search(/^[[{]/m);
	if (code !== 0 || begin < 0)
		throw new CliError(`"npm pack" ended with code ${code}. ${log.last('It said')}`);
	const answer = JSON.parse(json.slice(begin)) as Packed[] | Record<string, Packed>;
	const [packed] = Object.values(answer);
	if (!packed) throw new CliError(`"npm pack" named no package. ${log.last('It said')}`);
	return packed;
}
