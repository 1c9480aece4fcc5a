import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context as HonoContext } from 'hono';
import type { Fault } from './faults.ts';

export type Env = { Bindings: HttpBindings };
export type Request = HonoContext<Env>;

/** The JSON body of a request, or undefined when it is none. */
export async function jsonBody(request: Request): Promise<unknown> {
	try {
		return JSON.parse(await request.req.text());
	} catch {
		return undefined;
	}
}

/** The JSON object in a request's body; empty when there is none. */
export async function objectBody(request: Request): Promise<Record<string, unknown>> {
	const body = await jsonBody(request);
	return isObject(body) ? body : {};
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer whose status and headers come from data. */
export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return new Response(text, {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
	});
}

/** Whether a fault keeps the answer from arriving at all. */
export function losesAnswer(fault: Fault | undefined): boolean {
	return Boolean(fault?.hang || fault?.reset);
}

/** Cuts the connection, or holds it until the client gives up. */
export async function loseAnswer(request: Request, fault: Fault): Promise<Response> {
	const { incoming, outgoing } = request.env;
	if (fault.reset) {
		incoming.socket.resetAndDestroy();
		return RESPONSE_ALREADY_SENT;
	}
	await new Promise<void>((resolve) => outgoing.once('close', () => resolve()));
	return RESPONSE_ALREADY_SENT;
}

/** Waits in real time: a held answer is held for the client, whose clock is the wall's. */
export function hold(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
