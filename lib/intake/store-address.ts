import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StoreOptions } from '../store/open-store.ts';

const FORMS = '"sqlite:" with the path of a file, or postgres://user:password@host:port/database';

/**
 * The store that FOLLOWUP_STORE names, e.g. `sqlite:/data/meta-followup.sqlite`; in Postgres FOLLOWUP_SCHEMA may name the
 * schema.
 * @throws Error with what is allowed. An address may hold a password, so it is not repeated.
 */
export function readStoreAddress({
	FOLLOWUP_STORE,
	FOLLOWUP_SCHEMA,
}: Record<string, string | undefined>): StoreOptions {
	const address = FOLLOWUP_STORE?.trim() ?? '';
	if (address === '') throw new Error(`FOLLOWUP_STORE is missing: ${FORMS}`);
	const kind = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
	if (kind === 'sqlite') return { kind: 'sqlite', file: fileOf(address.slice('sqlite:'.length)) };
	if (kind === 'postgres' || kind === 'postgresql') {
		const schema = FOLLOWUP_SCHEMA?.trim();
		return { kind: 'postgres', connectionString: serverOf(address), ...(schema ? { schema } : {}) };
	}
	const found = kind === undefined ? 'is no address of a store' : `begins with "${kind}:"`;
	throw new Error(`FOLLOWUP_STORE ${found}; it must be ${FORMS}`);
}

function fileOf(path: string): string {
	// As the address of a file is written elsewhere: three slashes before an absolute path.
	const file = path.replace(/^\/\/(?=\/)/, '');
	if (file === '' || file.startsWith('?'))
		throw new Error(`FOLLOWUP_STORE names no file; it must be ${FORMS}`);
	if (file === ':memory:' || file.startsWith('file:'))
		throw new Error(
			'FOLLOWUP_STORE must be the path of a file that lasts and that n8n opens too, such as sqlite:/home/node/.n8n/meta-followup.sqlite',
		);
	return file.startsWith('~/') ? join(homedir(), file.slice(2)) : file;
}

function serverOf(address: string): string {
	const url = URL.parse(address);
	if (!url || url.pathname.length < 2 || (url.hostname === '' && !url.searchParams.has('host')))
		throw new Error(
			'FOLLOWUP_STORE is no address of a Postgres database; it must be postgres://user:password@host:port/database, with signs such as @ or # in the password written as %40 or %23',
		);
	return address;
}
