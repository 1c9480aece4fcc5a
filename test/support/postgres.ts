import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const HOST = '127.0.0.1';
const USER = 'store';
const LOG_KEPT = 20_000;

export interface PostgresServer {
	port: number;
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
export async function startPostgres(settings: Record<string, string> = {}): Promise<PostgresServer> {
	const bin = binaries();
	const as = await serverUser();
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-postgres-'));
	const data = join(folder, 'data');
	if (as) chownSync(folder, as.uid, as.gid);
	const identity = as ? { uid: as.uid, gid: as.gid } : {};
	const port = await freePort();
	let server: ChildProcess | undefined;
	let databases = 0;
	let logged = '';

	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	const kill = () => server?.kill('SIGKILL');
	process.once('exit', kill);

	async function start(): Promise<void> {
		const options = Object.entries({
			listen_addresses: HOST,
			port: String(port),
			unix_socket_directories: folder,
			// What survives a power failure is PostgreSQL's own concern; without waiting for the disk tests are faster.
			fsync: 'off',
			...settings,
		}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const child = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
			...identity,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		server = child;
		await new Promise<void>((resolve, reject) => {
			let said = '';
			child.stderr.on('data', (chunk: Buffer) => {
				logged = (logged + chunk.toString()).slice(-LOG_KEPT);
				if (said.length < LOG_KEPT) said += chunk.toString();
				if (said.includes('database system is ready to accept connections')) resolve();
			});
			child.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}: ${said}`)));
			child.once('error', reject);
		});
	}

	async function end(signal: NodeJS.Signals): Promise<void> {
		const child = server;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.kill(signal);
		await ended;
	}

	const client = async (command: string, ...args: string[]): Promise<void> => {
		await run(join(bin, command), ['-h', HOST, '-p', String(port), '-U', USER, ...args]);
	};

	mkdirSync(data);
	if (as) chownSync(data, as.uid, as.gid);
	await run(join(bin, 'initdb'), ['-D', data, '-U', USER, '--auth=trust', '--no-sync', '-E', 'UTF8'], {
		...identity,
		env: { ...process.env, LC_ALL: 'C.UTF-8' },
		cwd: folder,
	});
	await start();
	return {
		port,
		start,
		log: () => logged,
		async newDatabase() {
			const name = `store_${++databases}_${process.pid}`;
			await client('createdb', name);
			return `postgres://${USER}@${HOST}:${port}/${name}`;
		},
		async crash() {
			// SIGQUIT is PostgreSQL's own word for "as after a crash": no clean shutdown, the log is replayed at the next start.
			await end('SIGQUIT');
		},
		async stop() {
			await end('SIGINT');
			process.off('exit', kill);
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
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(
		['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
	);
	return { uid: uid as number, gid: gid as number };
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
	return address.port;
}
