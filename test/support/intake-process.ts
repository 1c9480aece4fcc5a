import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dataAsJson } from '../../harness/shared/data-as-json.ts';
import { startNodeScript, type Child } from '../../harness/shared/child.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import type { StoreOptions } from '../../lib/index.ts';
import { APP_SECRET } from './webhook-body.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const VERIFY_TOKEN = 'sandbox-verify-token';

let built: Promise<string> | undefined;

/** The program of the package as it stands in the sources now, in one file. */
async function program(): Promise<string> {
	built ??= (async () => {
		const outfile = join(mkdtempSync(join(tmpdir(), 'meta-followup-intake-')), 'cli.js');
		await build({
			...{
				entryPoints: [join(ROOT, 'bin', 'cli.ts')],
				outfile,
				bundle: true,
				platform: 'node',
				format: 'cjs',
			},
			...{ external: ['pg-native', 'pg-cloudflare'], plugins: [dataAsJson], logLevel: 'error' },
		});
		return outfile;
	})();
	return await built;
}

export const addressOf = (options: StoreOptions): string =>
	options.kind === 'sqlite' ? `sqlite:${options.file}` : options.connectionString;

/** Runs the program with these arguments and nothing else in its environment. */
export async function runIntake(args: string[], env: Record<string, string> = {}): Promise<Child> {
	return startNodeScript({
		...{ name: 'The intake', args: [await program(), ...args] },
		env: { PATH: process.env.PATH, ...env },
	});
}

export interface IntakeProcess {
	url: string;
	child: Child;
}

/** Starts `intake` on a free port with the store of a test. */
export async function startIntakeProcess(
	store: StoreOptions,
	env: Record<string, string> = {},
): Promise<IntakeProcess> {
	const child = await runIntake(['intake'], {
		...{ META_APP_SECRETS: APP_SECRET, META_VERIFY_TOKEN: VERIFY_TOKEN, PORT: '0' },
		...{ FOLLOWUP_STORE: addressOf(store), ...env },
	});
	const [, url = ''] = await child.line(/^\{"listening":\s*"([^"]+)"\}$/);
	return { url, child };
}

/** Asks until the intake says that it is ready, or is not. */
export async function untilReadyIs(url: string, status: number): Promise<void> {
	await waitUntil({
		...{ what: `the intake to answer ${status}`, seconds: 60, everyMs: 100 },
		probe: async () => ((await fetch(`${url}/readyz`)).status === status ? true : undefined),
	});
}
