import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../../harness/shared/child.ts';
import { freePorts } from '../../harness/shared/ports.ts';
import { PGBOUNCER } from './debian-tools.ts';
import { serverUser, USER } from './postgres.ts';

const HOST = '127.0.0.1';

export interface Pooler {
	/** The same database, through the pooler. */
	through(connectionString: string): string;
	stop(): Promise<void>;
}

/**
 * Starts a PgBouncer (Debian's package) in transaction mode before a PostgreSQL, on a free port. All else is as it comes: a
 * hosted pooler is mostly left so, too.
 */
export async function startPgBouncer(
	postgres: { port: number },
	settings: Record<string, string | number> = {},
): Promise<Pooler> {
	if (!existsSync(PGBOUNCER))
		throw new Error(
			`The tests need PgBouncer and found no ${PGBOUNCER}. Install it: apt-get install pgbouncer`,
		);
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-pgbouncer-'));
	const [port = 0] = await freePorts(1);
	const [users, file] = [join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')];
	const lines = Object.entries({
		listen_addr: HOST,
		listen_port: port,
		unix_socket_dir: '',
		auth_type: 'trust',
		auth_file: users,
		pool_mode: 'transaction',
		...settings,
	}).map(([name, value]) => `${name} = ${value}`);
	writeFileSync(users, `"${USER}" ""\n`);
	writeFileSync(
		file,
		['[databases]', `* = host=${HOST} port=${postgres.port}`, '[pgbouncer]', ...lines].join('\n'),
	);
	// It refuses to run as root, as PostgreSQL does.
	const as = await serverUser();
	if (as) for (const one of [folder, users, file]) chownSync(one, as.uid, as.gid);
	const server = startProgram({ name: 'PgBouncer', command: PGBOUNCER, args: [file], ...as });
	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', removeFolder);
	await server.line(/process up/);
	return {
		through(connectionString) {
			const url = new URL(connectionString);
			url.port = String(port);
			return url.toString();
		},
		async stop() {
			// At once; asked more politely it waits for its clients.
			await server.stop(undefined, 'SIGTERM');
			process.off('exit', removeFolder);
			removeFolder();
		},
	};
}
