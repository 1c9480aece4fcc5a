import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../shared/child.ts';
import { CliError } from '../shared/cli-error.ts';
import type { CredentialToImport, WorkflowToImport } from './types.ts';

/** Runs one n8n command in the user folder that its environment names. */
export type RunN8n = (args: string[], mustPrint: RegExp) => Promise<void>;

/** A bound, not a measure: on a quiet machine a command takes 5 s, on one under load it has taken more than 90. */
const COMMAND_LIMIT_SECONDS = 300;

/** Makes a function that runs n8n's own commands. n8n may end with code 0 after a failure, so each names what it must say. */
export function n8nCommands(binary: string, env: NodeJS.ProcessEnv): RunN8n {
	return async (args, mustPrint) => {
		const { code, log } = await runCommand({
			name: `n8n ${args[0]}`,
			command: process.execPath,
			args: [binary, ...args],
			env,
			seconds: COMMAND_LIMIT_SECONDS,
		});
		if (
			code !== 0 ||
			!log.lines.some((line) => mustPrint.test(line)) ||
			log.lines.some((line) => /GOT ERROR/.test(line))
		) {
			throw new CliError(
				`"n8n ${args.join(' ')}" did not do its work (code ${code}). ${log.last('It said')}`,
			);
		}
	};
}

/** Imports credentials and workflows, and publishes the workflows but not the drafts: active after n8n's next start. */
export async function importAndPublish(
	run: RunN8n,
	folder: string,
	credentials: CredentialToImport[],
	workflows: WorkflowToImport[],
	drafts: WorkflowToImport[] = [],
): Promise<void> {
	await mkdir(folder, { recursive: true });
	try {
		await importFile(run, 'import:credentials', join(folder, 'credentials.json'), credentials);
		await importFile(run, 'import:workflow', join(folder, 'workflows.json'), [...workflows, ...drafts]);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	for (const { id } of workflows)
		await run(['publish:workflow', `--id=${id}`], /^Publishing workflow with ID/);
}

async function importFile(run: RunN8n, command: string, file: string, things: unknown[]): Promise<void> {
	if (things.length === 0) return;
	await writeFile(file, JSON.stringify(things), { mode: 0o600 });
	await run([command, `--input=${file}`], new RegExp(`^Successfully imported ${things.length} `));
}
