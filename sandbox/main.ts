import { CliError } from '../harness/shared/cli-error.ts';
import { runProgram } from '../harness/shared/command-line.ts';
import { choice, decimal, text, whole } from '../harness/shared/options.ts';
import { startSandbox } from './index.ts';

const SANDBOX = {
	call: 'node sandbox/main.ts [options]',
	about: 'Stands in for Meta and a model server until it is ended.',
	options: {
		port: whole({ least: 0, most: 65_535, fallback: 5700, says: 'where it listens; 0 for any free port' }),
		host: text({ stands: '<address>', fallback: '127.0.0.1', says: 'on which address of this machine' }),
		webhook: text({ stands: '<url>', says: 'where webhooks go' }),
		'app-secret': text({ says: 'what webhooks are signed with' }),
		'verify-token': text({ says: 'what a webhook is asked for when it is subscribed' }),
		lang: choice(['es', 'en'], { says: 'language of its pages' }),
		speed: decimal({ says: 'how much faster time passes' }),
	},
};

await runProgram(SANDBOX, async ({ values }) => {
	const { port, host, webhook, 'app-secret': appSecret, 'verify-token': verifyToken, lang, speed } = values;
	const settings = { webhook, appSecret, verifyToken, lang, speed };
	const given = Object.entries(settings).filter(([, value]) => value !== undefined && value !== '');
	const sandbox = await startSandbox({ port, host, settings: Object.fromEntries(given) }).catch(
		(error: Error) => {
			throw new CliError(error.message);
		},
	);
	console.log(`Sandbox ready at ${sandbox.url}`);
	await new Promise<void>((resolve) => {
		process.once('SIGTERM', resolve);
		process.once('SIGINT', resolve);
	});
	await sandbox.close();
	return 0;
});
