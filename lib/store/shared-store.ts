import { homedir } from 'node:os';
import { join } from 'node:path';
import { openStore, type SqliteStoreOptions, type StoreOptions } from './open-store.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './database/unavailable.ts';

const STORE_FILE = 'meta-followup.sqlite';
const SAMPLES_FOLDER = 'meta-followup-samples';
/** Set to `true`, it says that all processes of an n8n in queue mode run on one host and share the disk. */
const SHARED_DISK = 'META_FOLLOWUP_SHARED_DISK';

/** Where the embedded store lies: in n8n's own folder, so that a backup of it holds the follow-ups too. */
export function embeddedStoreFile(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.N8N_USER_FOLDER || homedir(), '.n8n', STORE_FILE);
}

/** Where anonymised samples of deliveries lie, beside the embedded store. */
export function samplesFolder(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.N8N_USER_FOLDER || homedir(), '.n8n', SAMPLES_FOLDER);
}

/** Whether executions of this n8n run in other processes, which take them from a queue. */
export function runsInQueueMode(env: NodeJS.ProcessEnv = process.env): boolean {
	return env.EXECUTIONS_MODE === 'queue';
}

/**
 * The embedded store of this n8n.
 * @throws StoreUnavailableError in queue mode: workers on other hosts would each have a store of their own, and a reply
 * recorded in one would not stop a follow-up in another.
 */
export function embeddedStore(env: NodeJS.ProcessEnv = process.env): SqliteStoreOptions {
	if (runsInQueueMode(env) && env[SHARED_DISK] !== 'true') {
		throw new StoreUnavailableError(
			'The embedded follow-up store cannot be used in queue mode (EXECUTIONS_MODE is "queue"): every worker would have a store of its own, and a reply that one records would not stop a follow-up in another',
			`Set "Store" to Postgres in all nodes of this package and choose a Follow-Up Store Postgres API credential; "npm run store:copy" carries live follow-ups over. If main, workers and webhook processes all run on one host with one user folder, set ${SHARED_DISK}=true for each of them instead.`,
		);
	}
	return { kind: 'sqlite', file: embeddedStoreFile(env) };
}

const open = new Map<string, Promise<Store>>();

/** A store of this n8n process: opened on first use, shared by all nodes, open until the process ends. */
export async function sharedStore(options: StoreOptions = embeddedStore()): Promise<Store> {
	const key = JSON.stringify(options);
	let store = open.get(key);
	if (!store) {
		store = openStore(options);
		open.set(key, store);
		// A failed opening is not remembered: the disk or the server may be there again at the next try.
		store.catch(() => open.delete(key));
	}
	return await store;
}
