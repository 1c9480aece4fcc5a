import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isIPv6 } from 'node:net';
import {
	embeddedStore,
	sharedStore,
	StoreUnavailableError,
	type PostgresStoreOptions,
	type Store,
} from '../../lib/index.ts';

interface PostgresCredential {
	host: string;
	port: number;
	database: string;
	user: string;
	password?: string;
	schema?: string;
	tls: 'off' | 'verify' | 'trust';
	ca?: string;
	maxConnections?: number;
}

type Context = Pick<FunctionsBase, 'getNode'> & {
	getCredentials<T extends object = ICredentialDataDecryptedObject>(
		type: string,
		itemIndex?: number,
	): Promise<T>;
};

/**
 * The store chosen on the node, shared by all nodes of this n8n process.
 * @throws StoreUnavailableError when it cannot be used, with what to do about it.
 */
export async function storeFor(context: Context): Promise<Store> {
	return await sharedStore(await storeOptionsFor(context));
}

/** What opens the store chosen on the node; undefined for the embedded one. */
export async function storeOptionsFor(context: Context): Promise<PostgresStoreOptions | undefined> {
	if (context.getNode().parameters.store !== 'postgres') return undefined;
	return postgresOptions(await context.getCredentials<PostgresCredential>('followUpStorePostgresApi'));
}

/**
 * Checks that the store chosen on the node can work in this n8n at all. A server that is merely down at the moment passes.
 * @throws StoreUnavailableError for the embedded store in queue mode, with what to choose instead.
 */
export function requireUsableStore(context: Pick<FunctionsBase, 'getNode'>): void {
	if (context.getNode().parameters.store !== 'postgres') embeddedStore();
}

/** What the engine needs to open the store that a credential describes. */
export function postgresOptions(credential: object): PostgresStoreOptions {
	const { host, port, database, user, password, schema, tls, ca, maxConnections } =
		credential as PostgresCredential;
	const url = serverAddress(host, port);
	url.username = encodeURIComponent(user);
	url.password = encodeURIComponent(password ?? '');
	url.pathname = `/${encodeURIComponent(database)}`;
	return {
		kind: 'postgres',
		connectionString: url.toString(),
		ssl: tls === 'off' ? false : { rejectUnauthorized: tls !== 'trust', ...(ca ? { ca } : {}) },
		...(schema ? { schema } : {}),
		...(maxConnections ? { maxConnections } : {}),
	};
}

/** Assigned to a URL, a host or port that cannot be one is left out without a word, and "localhost" would stay. */
function serverAddress(host: string, port: number): URL {
	const name = host.trim();
	const url = URL.parse(`postgres://${isIPv6(name) ? `[${name}]` : name}:${port}`);
	if (
		!name ||
		port < 1 ||
		!url ||
		url.username ||
		url.pathname ||
		url.search ||
		url.hash ||
		url.port !== String(port)
	)
		throw new StoreUnavailableError(
			`"${host}" with port ${port} is no address of a Postgres server`,
			'Correct Host and Port in the Follow-Up Store Postgres API credential: the host is a name or an IP address alone, such as db.example.com, the port a number up to 65535',
		);
	return url;
}
