import { parseArgs } from 'node:util';
import { startSandbox } from './index.ts';
import type { Settings } from './settings.ts';

const usage = `node sandbox/main.ts [--port 5700] [--host 127.0.0.1] [--webhook <url>] [--app-secret <text>] [--verify-token <text>]
  [--lang es|en] [--speed <number>]`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '5700' },
		host: { type: 'string', default: '127.0.0.1' },
		webhook: { type: 'string' },
		'app-secret': { type: 'string' },
		'verify-token': { type: 'string' },
		lang: { type: 'string' },
		speed: { type: 'string' },
		help: { type: 'boolean', short: 'h' },
	},
});

if (values.help) {
	console.log(usage);
	process.exit(0);
}

const settings = {
	...(values.webhook && { webhook: values.webhook }),
	...(values['app-secret'] && { appSecret: values['app-secret'] }),
	...(values['verify-token'] && { verifyToken: values['verify-token'] }),
	...(values.lang && { lang: values.lang as Settings['lang'] }),
	...(values.speed && { speed: Number(values.speed) }),
};

try {
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port is "${values.port}"; it must be a number from 0 to 65535.`);
	const sandbox = await startSandbox({ port, host: values.host, settings });
	console.log(`Sandbox ready at ${sandbox.url}`);
	const stop = () => void sandbox.close().then(() => process.exit(0));
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	console.error(usage);
	process.exitCode = 1;
}
