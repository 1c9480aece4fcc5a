import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { startProgram, type Child } from '../../harness/shared/child.ts';
import { freePorts } from '../../harness/shared/ports.ts';

const INSTALLED = '/usr/lib/postgresql';
const HOST = '127.0.0.1';
export const USER = 'store';
const LOG_KEPT = 20_000;
const STOP_LIMIT_MS = 60_000;

export interface PostgresServer {
	port: number;
	/** Where its data is. */
	data: string;
	/** Makes an empty database and gives its connection string. */
	newDatabase(): Promise<string>;
	/** Ends the server as a crash would; `start` brings it back with its data. */
	crash(): Promise<void>;
	start(): Promise<void>;
	/** The end of what the server has logged. */
	log(): string;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own (Debian's package) on a free port, with its data in a temporary folder. */
export async function startPostgres(
	settings: Record<string, string> = {},
	/** Lines of pg_hba.conf that come before the one that lets everybody in. */
	access: string[] = [],
): Promise<PostgresServer> {
	const bin = binaries();
	const as = await serverUser();
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-postgres-'));
	const data = join(folder, 'data');
	if (as) chownSync(folder, as.uid, as.gid);
	const identity = as ? { uid: as.uid, gid: as.gid } : {};
	const [port = 0] = await freePorts(1);
	let server: Child | undefined;
	let databases = 0;
	let logged = '';

	const removeFolder = () => rmSync(folder, { recursive: true, force: true });

	async function start(): Promise<void> {
		const options = Object.entries({
			listen_addresses: HOST,
			port: String(port),
			unix_socket_directories: folder,
			// What survives a power failure is PostgreSQL's own concern; without waiting for the disk tests are faster.
			fsync: 'off',
			...settings,
		}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		server = startProgram({
			...{ name: 'PostgreSQL', command: join(bin, 'postgres'), args: ['-D', data, ...options] },
			...{ ...identity, onLine: (line) => (logged = `${logged}${line}\n`.slice(-LOG_KEPT)) },
		});
		await server.line(/database system is ready to accept connections/);
	}

	const client = async (command: string, ...args: string[]): Promise<void> => {
		await execa(join(bin, command), ['-h', HOST, '-p', String(port), '-U', USER, ...args]);
	};

	mkdirSync(data);
	if (as) chownSync(data, as.uid, as.gid);
	await execa(join(bin, 'initdb'), ['-D', data, '-U', USER, '--auth=trust', '--no-sync', '-E', 'UTF8'], {
		...identity,
		env: { ...process.env, LC_ALL: 'C.UTF-8' },
		cwd: folder,
	});
	const hba = join(data, 'pg_hba.conf');
	writeFileSync(hba, [...access, readFileSync(hba, 'utf8')].join('\n'));
	await start();
	return {
		port,
		data,
		start,
		log: () => logged,
		async newDatabase() {
			const name = `store_${++databases}_${process.pid}`;
			await client('createdb', name);
			return `postgres://${USER}@${HOST}:${port}/${name}`;
		},
		async crash() {
			// SIGQUIT is PostgreSQL's own word for "as after a crash": no clean shutdown, the log is replayed at the next start.
			await server?.stop(STOP_LIMIT_MS, 'SIGQUIT');
		},
		async stop() {
			await server?.stop(STOP_LIMIT_MS, 'SIGINT');
			removeFolder();
		},
	};
}

function binaries(): string {
	const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : [];
	const found = versions
		.map((version) => join(INSTALLED, version, 'bin'))
		.find((bin) => existsSync(join(bin, 'initdb')));
	if (!found) {
		throw new Error(
			`The tests need PostgreSQL and found none in ${INSTALLED}. Install it: apt-get install postgresql`,
		);
	}
	return found;
}

/** PostgreSQL refuses to run as root; then it runs as the user that its package made. */
export async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (flag) => Number((await execa('id', [flag, 'postgres'])).stdout)),
	);
	return { uid: uid as number, gid: gid as number };
}
