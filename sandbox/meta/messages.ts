import { Hono } from 'hono';
import type { Customer } from '../ledger.ts';
import type { Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import {
	hold,
	isObject,
	jsonAnswer,
	jsonBody,
	loseAnswer,
	losesAnswer,
	type Env,
	type Request,
} from '../http.ts';
import { channelOf } from '../world.ts';
import { graphError, unknownObject, type GraphError } from './errors.ts';
import { findNumber } from './find-number.ts';
import { faultError, refuse } from './refuse.ts';
import { sendMessenger } from './send-messenger.ts';
import { markRead, sendWhatsApp } from './send-whatsapp.ts';

type Result = { answer: unknown } | { error: GraphError };

/** `POST /{phone-number-id|page-id|ig-id|me}/messages`. */
export function messagesRoute(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	const send = async (request: Request): Promise<Response> => {
		const account = request.req.param('account') ?? '';
		const channel = channelOf(account);
		if (!channel && account !== 'me') return refuse(context, request, unknownObject(account, 'POST'));
		const body = await jsonBody(request);
		if (!isObject(body))
			return refuse(context, request, graphError(100, 'Invalid parameter', 'The body is no JSON object.'));
		const sends = body['status'] !== 'read' && body['sender_action'] === undefined;
		const fault = sends
			? context.faults.take('send', customerOf(context, body)?.id)
			: context.faults.take('graph');
		const run = () =>
			channel === 'whatsapp' ? whatsApp(context, body, fault) : sendMessenger(context, body, channel);
		return answer(context, request, body, fault, run);
	};
	app.post('/:account/messages', send);
	app.post('/:account/marketing_messages', send);
	return app;
}

function whatsApp(context: Context, body: Record<string, unknown>, fault?: Fault): Result {
	if (body['status'] === undefined) return sendWhatsApp(context, body, fault);
	if (body['status'] === 'read') return markRead(context, body);
	return {
		error: graphError(
			100,
			'Invalid parameter',
			`status is ${JSON.stringify(body['status'])}; it must be "read".`,
		),
	};
}

async function answer(
	context: Context,
	request: Request,
	body: Record<string, unknown>,
	fault: Fault | undefined,
	run: () => Result,
): Promise<Response> {
	const sent = { to: addressee(body), body };
	if (fault?.delayMs && !fault.afterAccept) await hold(fault.delayMs);
	if (fault && !fault.afterAccept) {
		if (losesAnswer(fault)) return loseAnswer(request, fault);
		if (fault.body !== undefined) return jsonAnswer(fault.body, fault.status ?? 200, fault.headers);
		const error = faultError(fault);
		if (error) return refuse(context, request, error, fault.headers, sent);
	}
	const result = run();
	if (fault?.afterAccept) {
		if (fault.delayMs) await hold(fault.delayMs);
		if (losesAnswer(fault)) return loseAnswer(request, fault);
		const error = faultError(fault);
		if (error) return refuse(context, request, error, fault.headers, sent);
	}
	if ('error' in result) return refuse(context, request, result.error, undefined, sent);
	return jsonAnswer(result.answer);
}

/** Whom a send is for, as far as anybody in the ledger has the address. */
function customerOf({ ledger }: Context, body: Record<string, unknown>): Customer | undefined {
	const address = addressee(body);
	if (address === null) return undefined;
	return (
		findNumber(ledger, address) ??
		ledger.findContact('whatsapp', address) ??
		ledger.findContact('messenger', address) ??
		ledger.findContact('instagram', address)
	);
}

function addressee(body: Record<string, unknown>): string | null {
	const { to, recipient } = body;
	if (typeof to === 'string') return to;
	if (typeof recipient === 'string') return recipient;
	return isObject(recipient) && typeof recipient['id'] === 'string' ? recipient['id'] : null;
}
