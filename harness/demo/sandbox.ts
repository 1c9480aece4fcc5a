import { join } from 'node:path';
import { startNodeScript, type Child } from '../shared/child.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import { SANDBOX_SECRETS } from './credentials.ts';
import type { Language } from './options.ts';

const START_LIMIT_SECONDS = 60;

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
	const [, url = ''] = await sandbox.line(/^Sandbox ready at (\S+)/, START_LIMIT_SECONDS);
	return { url, process: sandbox };
}
