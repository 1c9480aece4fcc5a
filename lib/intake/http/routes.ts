import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';

export interface Call {
	request: IncomingMessage;
	query: URLSearchParams;
	/** Says that the body may come, to a sender who waits for that word. */
	wantBody(): void;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** What is served, by path and method. */
export type Routes = Record<string, Record<string, Handler>>;

/** Finds who answers a request. */
export function handlerOf(routes: Routes, { method = '', url = '' }: IncomingMessage): Handler {
	const path = url.split('?', 1)[0] ?? '';
	const found = Object.hasOwn(routes, path) ? routes[path] : undefined;
	if (!found)
		return () => ({
			status: 404,
			text: `Nothing is served here; there is ${Object.keys(routes).join(', ')}`,
		});
	if (Object.hasOwn(found, method)) return found[method] as Handler;
	const allow = Object.keys(found).join(', ');
	return () => ({ status: 405, text: `Only ${allow} is served here`, headers: { allow } });
}

/** The query of an address; nothing of it can fail. */
export function queryOf(url = ''): URLSearchParams {
	const at = url.indexOf('?');
	return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

/** As n8n gives a query: what stands there twice is no text. */
export function asRecord(query: URLSearchParams): Record<string, unknown> {
	return Object.fromEntries(
		[...new Set(query.keys())].map((name) => {
			const values = query.getAll(name);
			return [name, values.length === 1 ? values[0] : values];
		}),
	);
}
