/** What all processes of an n8n in queue mode share. */
export interface QueueServices {
	redis: { host: string; port: number };
	/** n8n's own database, as postgres://user@host:port/database. */
	database: string;
}

/** With the same key every process reads the credentials, each from a folder of its own as on a host of its own. */
const ENCRYPTION_KEY = 'one-key-for-all-processes-of-a-test';

/** Settings by which n8n's processes find each other. */
export function queueEnvironment({ redis, database }: QueueServices): Record<string, string> {
	const { hostname, port, pathname, username, password } = new URL(database);
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: hostname,
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_DATABASE: pathname.slice(1),
		DB_POSTGRESDB_USER: username,
		DB_POSTGRESDB_PASSWORD: password,
		// By default n8n has two connections; a webhook process under load then waits for them until its requests fail.
		DB_POSTGRESDB_POOL_SIZE: '8',
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		// Webhooks belong to the webhook process: what the main process took in would hide that the other is down.
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	};
}
