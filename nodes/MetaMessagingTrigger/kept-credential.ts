import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { LRUCache } from '../../lib/index.ts';

/**
 * How long a decrypted credential is kept in memory. n8n 2.39 starts a virtual machine of its own each time it decrypts
 * one, about a fifth of what a delivery costs (profiled 2026-11-23); statuses come by the thousand.
 */
const KEPT_MS = 30_000;
const kept = new LRUCache<string, object>({ max: 500, ttl: KEPT_MS });

/** A credential of the trigger's node, up to half a minute old unless a fresh one is asked for. */
export async function keptCredential<T extends object = ICredentialDataDecryptedObject>(
	context: IWebhookFunctions,
	type: string,
	{ fresh = false } = {},
): Promise<T> {
	const id = context.getNode().credentials?.[type]?.id;
	if (!id) return await context.getCredentials<T>(type);
	const key = `${type}:${id}`;
	const known = fresh ? undefined : kept.get(key);
	if (known) return known as T;
	const value = await context.getCredentials<T>(type);
	kept.set(key, value);
	return value;
}

/** Forgets all of them, e.g. because one of them did not work. */
export function forgetCredentials(): void {
	kept.clear();
}
