import { homedir } from 'node:os';
import { join } from 'node:path';
import { openStore } from './open-store';
import type { Store } from './store';

const STORE_FILE = 'meta-followup.sqlite';

/** Where the embedded store lies: in n8n's own folder, so that a backup of it holds the follow-ups too. */
export function embeddedStoreFile(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.N8N_USER_FOLDER || homedir(), '.n8n', STORE_FILE);
}

const open = new Map<string, Promise<Store>>();

/** The embedded store of this n8n process: opened on first use, shared by all nodes, open until the process ends. */
export async function sharedStore(file = embeddedStoreFile()): Promise<Store> {
	let store = open.get(file);
	if (!store) {
		store = openStore({ kind: 'sqlite', file });
		open.set(file, store);
		// A failed opening is not remembered: the disk may be there again at the next try.
		store.catch(() => open.delete(file));
	}
	return await store;
}
