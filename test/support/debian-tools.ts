import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const POSTGRES = '/usr/lib/postgresql';
/** Not on the path of everybody. */
export const PGBOUNCER = '/usr/sbin/pgbouncer';

/**
 * Some tests need programs that npm does not bring: a PostgreSQL server, PgBouncer, Redis, Chromium, OpenSSL, Caddy. On a machine without them
 * those tests are left out and named; with TEST_EVERYTHING=1 (set by .ci/run, which installs them) they run, and fail if missing.
 */
const FOUND = {
	postgresql: () =>
		existsSync(POSTGRES) &&
		readdirSync(POSTGRES).some((one) => existsSync(join(POSTGRES, one, 'bin', 'initdb'))),
	pgbouncer: () => existsSync(PGBOUNCER),
	chromium: () => onPath('chromium'),
	'redis-server': () => onPath('redis-server'),
	openssl: () => onPath('openssl'),
	caddy: () => onPath('caddy'),
};

export type DebianPackage = keyof typeof FOUND;

function onPath(program: string): boolean {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Debian packages whose tests are left out, because they are not installed and not demanded. */
export const leftOut: string[] =
	process.env.TEST_EVERYTHING === '1'
		? []
		: Object.entries(FOUND).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
