import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ownerSettings } from './owner.ts';

interface Place {
	n8nFolder: string;
	userFolder: string;
	port: number;
	brokerPort: number;
	/** Settings that win over the ones below. */
	extra?: Record<string, string>;
}

/** The environment of an n8n that listens on this machine only, calls nobody, and does not disturb another n8n. */
export function n8nEnvironment({
	n8nFolder,
	userFolder,
	port,
	brokerPort,
	extra = {},
}: Place): NodeJS.ProcessEnv {
	return {
		...withoutForeignSettings(process.env),
		// n8n starts its task runner with the "node" that PATH finds first.
		PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		...withoutModules(n8nFolder),
		NO_COLOR: '1',
		...ownerSettings(n8nFolder),
		...extra,
	};
}

/** Modules that ask n8n's servers for lists which nothing here needs. An n8n that does not know one of them would not start. */
function withoutModules(n8nFolder: string): Record<string, string> {
	const modules = join(n8nFolder, 'node_modules', 'n8n', 'dist', 'modules');
	const known = ['mcp-registry'].filter((name) => existsSync(join(modules, name)));
	return known.length > 0 ? { N8N_DISABLED_MODULES: known.join(',') } : {};
}

/** Drops what a person or a parent n8n set for another n8n: a database or queue of theirs must never be touched from here. */
function withoutForeignSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const foreign =
		/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|GENERIC_|NODES_|CREDENTIALS_|npm_|JEST_|NODE_ENV$|NODE_OPTIONS$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
