import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Store } from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';
import type { Language } from '../options.ts';

/** A dashboard that is being served. */
export interface ServedDashboard {
	url: string;
	close(): void;
}

interface DashboardOptions {
	engine: Engine;
	store: Store;
	lang: Language;
	timeZone: string;
}

/** Serves the dashboard of the package on this machine, without n8n and without a login. */
export async function serveDashboard(options: DashboardOptions): Promise<ServedDashboard> {
	const server = createServer((request, response) => {
		void answer(options, request, response).catch((error: Error) => {
			response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.message);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

async function answer(
	{ engine, store, lang, timeZone }: DashboardOptions,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	if (pathname !== '/') return void response.writeHead(404).end();
	const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
	const at = { lang, timeZone, now: await store.now() };
	if (request.method !== 'POST') {
		const query = Object.fromEntries(searchParams);
		return void response.writeHead(200, page).end(await engine.renderDashboard(store, { query, ...at }));
	}
	const form = fieldsOf(new URLSearchParams(await text(request)));
	const { statusCode, location, html } = await engine.applyDashboardAction(store, form, at);
	response.writeHead(statusCode, { ...page, location }).end(html);
}

/** What stands in a form more than once is a list, as n8n's Webhook node gives it. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
	return Object.fromEntries(
		[...new Set(form.keys())].map((name) => {
			const all = form.getAll(name);
			return [name, all.length > 1 ? all : (all[0] ?? '')];
		}),
	);
}
