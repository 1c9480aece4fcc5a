import { randomUUID } from 'node:crypto';
import { CliError } from '../shared/cli-error.ts';
import { OWNER } from './owner.ts';

/** Calls n8n's internal REST API as the owner, e.g. `rest('/rest/executions')`. */
export type OwnerRest = (path: string, init?: RequestInit) => Promise<Response>;

/** Logs the owner in. */
export async function login(url: string): Promise<OwnerRest & { cookie: string }> {
	// n8n binds a session to the browser that opened it.
	const headers = { 'content-type': 'application/json', 'browser-id': randomUUID() };
	const response = await fetch(`${url}/rest/login`, {
		method: 'POST',
		headers,
		body: JSON.stringify({ emailOrLdapLoginId: OWNER.email, password: OWNER.password }),
	});
	const cookie = response.headers
		.getSetCookie()
		.map((value) => value.split(';')[0])
		.join('; ');
	if (!response.ok)
		throw new CliError(`n8n refused the owner's login (${response.status}): ${await response.text()}`);
	const rest: OwnerRest = async (path, init = {}) =>
		await fetch(`${url}${path}`, {
			...init,
			headers: { ...headers, cookie, ...(init.headers as Record<string, string>) },
		});
	return Object.assign(rest, { cookie });
}
