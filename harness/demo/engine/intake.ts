import { join } from 'node:path';
import { startNodeScript, type Child } from '../../shared/child.ts';
import { PROJECT_DIR } from '../../shared/project.ts';
import { SANDBOX_SECRETS } from '../credentials.ts';

const START_LIMIT_SECONDS = 60;

/** Starts the package's own intake on a store; gives the address for webhooks. */
export async function startDemoIntake(
	storeFile: string,
	env: Record<string, string>,
): Promise<{ webhook: string; process: Child }> {
	const { appId, appSecret, verifyToken } = SANDBOX_SECRETS;
	const intake = startNodeScript({
		name: 'The intake',
		args: [join(PROJECT_DIR, 'dist', 'bin', 'cli.js'), 'intake'],
		env: {
			...process.env,
			...env,
			// With the App ID, so that n8n's credential counts as the same app afterwards.
			META_APP_SECRETS: `${appId}:${appSecret}`,
			META_VERIFY_TOKEN: verifyToken,
			FOLLOWUP_STORE: `sqlite:${storeFile}`,
			HOST: '127.0.0.1',
			PORT: '0',
		},
	});
	const [, address = ''] = await intake.line(/^\{"listening":"([^"]+)"\}/, START_LIMIT_SECONDS);
	return { webhook: `${address}/webhook`, process: intake };
}
