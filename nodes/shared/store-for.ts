import type { FunctionsBase, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { embeddedStore, sharedStore, type PostgresStoreOptions, type Store } from '../../lib/index.ts';

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
	if (context.getNode().parameters.store !== 'postgres') return await sharedStore();
	return await sharedStore(
		postgresOptions(await context.getCredentials<PostgresCredential>('followUpStorePostgresApi')),
	);
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
	const url = new URL('postgres://localhost');
	url.hostname = host;
	url.port = String(port);
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
