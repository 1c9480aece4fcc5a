import { join } from 'node:path';
import { startNodeScript, type Child } from '../../../harness/shared/child.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import type { StoreOptions } from '../../../lib/index.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { DatabaseKind } from '../store/database.ts';
import { SECRET } from './bodies.ts';
import type { LoadOrder, LoadResult } from './load.ts';

const LISTENING = /^\{"listening":\s*"([^"]+)"\}$/;

/** Makes empty stores of one kind. */
export interface StoreMaker {
	make(): Promise<StoreOptions>;
	stop(): Promise<void>;
}

export async function storeMaker(kind: DatabaseKind): Promise<StoreMaker> {
	if (kind === 'SQLite')
		return {
			make: async () => ({ kind: 'sqlite', file: join(temporaryFolder('bench-intake'), 'store.sqlite') }),
			stop: async () => {},
		};
	const server = await startPostgres({ fsync: 'on', max_wal_size: '4GB' });
	return {
		make: async () => ({ kind: 'postgres', connectionString: await server.newDatabase() }),
		stop: async () => await server.stop(),
	};
}

export interface Receiver {
	url: string;
	child: Child;
}

/** The intake as it is published. */
export async function startIntake(store: StoreOptions): Promise<Receiver> {
	return await listening('The intake', [join(PROJECT_DIR, 'dist', 'bin', 'cli.js'), 'intake'], {
		...{ META_APP_SECRETS: SECRET, META_VERIFY_TOKEN: 'bench', PORT: '0' },
		FOLLOWUP_STORE: store.kind === 'sqlite' ? `sqlite:${store.file}` : store.connectionString,
	});
}

/** A server of 20 lines around the engine. */
export async function startPlain(store: StoreOptions, planBy: object): Promise<Receiver> {
	const engine = join(PROJECT_DIR, 'dist', 'lib', 'index.js');
	const script = join(import.meta.dirname, 'plain-server.cjs');
	return await listening('The plain server', [
		script,
		engine,
		JSON.stringify(store),
		SECRET,
		JSON.stringify(planBy),
	]);
}

async function listening(name: string, args: string[], env: Record<string, string> = {}): Promise<Receiver> {
	const child = startNodeScript({ name, args, env: { PATH: process.env.PATH, ...env } });
	const [, url = ''] = await child.line(LISTENING);
	return { url, child };
}

/** Loads a receiver from a process of its own. */
export async function loadFromOutside(order: LoadOrder): Promise<LoadResult> {
	const args = [join(import.meta.dirname, 'load.ts'), JSON.stringify(order)];
	const child = startNodeScript({ name: 'The load', args });
	if ((await child.ended) !== 0) throw new Error(child.log.last('The load said'));
	return JSON.parse(child.log.lines.find((line) => line.startsWith('{')) ?? '{}') as LoadResult;
}
