import { homedir } from 'node:os';
import { join } from 'node:path';
import { n8nVersion } from './version.ts';

/** Where n8n is kept between runs; `META_FOLLOWUP_CACHE` names another place. */
export function cacheFolder(): string {
	return process.env.META_FOLLOWUP_CACHE || join(homedir(), '.cache', 'n8n-nodes-meta-followup');
}

/** The folder of one complete n8n. It only ever appears by being renamed, so that it is complete if it exists. */
export function installedFolder(): string {
	return join(cacheFolder(), `n8n-${n8nVersion()}`);
}
