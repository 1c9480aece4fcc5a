import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { runWorkflow, sandboxCredentials, type Ran } from '../support/engine.ts';
import { flow } from '../support/flow.ts';
import { DUE, followUpAt, type Prepared } from '../support/scheduled.ts';
import { sendItem } from '../support/send-item.ts';

const TOKEN = 'a-token-that-nobody-else-may-see';

beforeEach(() => {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'meta-followup-secrets-'));
	setClock(DUE);
});
afterEach(releaseClock);

/** Serves until `action` has ended. */
async function serving<T>(listener: RequestListener, action: (port: number) => Promise<T>): Promise<T> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	try {
		return await action((server.address() as AddressInfo).port);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** Sends a due follow-up with a Graph API that answers so. */
async function sendTo(graph: RequestListener): Promise<{ ran: Ran; one: Prepared }> {
	const store = await sharedStore();
	const one = await followUpAt(store, 'decided');
	const item = await sendItem(store, one);
	return await serving(graph, async (port) => {
		const credentials = sandboxCredentials(`http://127.0.0.1:${port}`);
		credentials.metaMessagingApi = { ...credentials.metaMessagingApi, accessToken: TOKEN };
		const json = flow({}, 'continueRegularOutput');
		json.connections = { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } };
		const ran = await runWorkflow(json, { start: 'Start', items: [item], credentials });
		return { ran, one };
	});
}

test.each([301, 302, 303, 307, 308])(
	'the token does not follow a redirect (%i) to another host',
	async (status) => {
		const elsewhere: (string | undefined)[] = [];
		await serving(
			(request, response) => {
				elsewhere.push(request.headers.authorization);
				response.setHeader('content-type', 'application/json');
				response.end('{"messages":[{"id":"wamid.thief"}]}');
			},
			async (port) => {
				const { one } = await sendTo((_, response) => {
					response.writeHead(status, { location: `http://localhost:${port}/messages` });
					response.end();
				});
				expect(elsewhere).toEqual([]);
				// What the other host would have said is no receipt.
				expect((await one.now()).state).not.toBe('accepted');
			},
		);
	},
);

test("a token in Meta's own words reaches neither the item nor the store", async () => {
	const { ran, one } = await sendTo((_, response) => {
		response.writeHead(401, { 'content-type': 'application/json' });
		const message = `Malformed access token ${TOKEN}`;
		response.end(JSON.stringify({ error: { message, type: 'OAuthException', code: 190 } }));
	});
	const shown = JSON.stringify([ran.json('Send', 1), ran.error('Send') ?? null, await one.now()]);
	expect(shown).toContain('Malformed access token [secret]');
	expect(shown).not.toContain(TOKEN);
});
