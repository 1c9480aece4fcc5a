import { join } from 'node:path';
import { startNodeScript, type Child } from '../shared/child.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { SANDBOX_SECRETS } from './credentials.ts';
import type { Language } from './options.ts';

const START_LIMIT_SECONDS = 20;

/** Starts the stand-in for Meta and for the model; it sends its webhooks to the given address, where there is one. */
export async function startSandbox(
	port: number,
	webhook: string | undefined,
	lang: Language,
	env: Record<string, string> = {},
): Promise<{ url: string; process: Child }> {
	const { appSecret, verifyToken } = SANDBOX_SECRETS;
	const sandbox = startNodeScript({
		name: 'The sandbox',
		args: [
			join(PROJECT_DIR, 'sandbox', 'main.ts'),
			...[
				'--port',
				String(port),
				...(webhook ? ['--webhook', webhook] : []),
				'--app-secret',
				appSecret,
				'--verify-token',
				verifyToken,
				'--lang',
				lang,
			],
		],
		env: { ...process.env, ...env },
	});
	const url = await waitUntil({
		what: 'the sandbox to start',
		seconds: START_LIMIT_SECONDS,
		everyMs: 50,
		details: () => sandbox.log.last('Its last lines'),
		probe: () => {
			sandbox.assertRunning();
			return sandbox.log.lines.map((line) => /^Sandbox ready at (\S+)/.exec(line)?.[1]).find(Boolean);
		},
	});
	return { url, process: sandbox };
}
