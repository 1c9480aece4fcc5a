import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { agentHolds, setOwner } from '../customers/agent/thread.ts';
import type { Conversation } from '../ledger.ts';
import type { Context } from '../context.ts';
import { isObject, jsonAnswer, jsonBody, type Env } from '../http.ts';
import { world } from '../world.ts';
import { graphError, unknownObject, type GraphError } from './errors.ts';
import { findNumber } from './find-number.ts';
import { agentRole } from './payloads/whatsapp.ts';
import { refuse } from './refuse.ts';

const actions = ['pass', 'release', 'take'];

/**
 * `POST /{phone-number-id}/thread_control`: the app gives a thread to the agent (`pass` to `ai_agent`), to whoever the
 * customer's next message is routed to (`release`), or takes it as the escalation partner (`take`). The app is told of
 * none of them: Meta's hand-over webhooks go to the other side.
 */
export function threadControlRoutes(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.post('/:account/thread_control', async (request) => {
		const account = request.req.param('account');
		if (account !== world.whatsapp.phoneNumberId)
			return refuse(context, request, unknownObject(account, 'POST'));
		const body = await jsonBody(request);
		const problem = apply(context, isObject(body) ? body : {});
		if (problem) return refuse(context, request, problem);
		return jsonAnswer({ messaging_product: 'whatsapp', request_id: randomUUID() });
	});
	return app;
}

const invalid = (details: string) => graphError(100, 'Invalid parameter', details);

function apply(context: Context, body: Record<string, unknown>): GraphError | null {
	const { action, to, recipient } = body;
	if (body['messaging_product'] !== 'whatsapp') return invalid('messaging_product must be "whatsapp".');
	if (typeof action !== 'string' || !actions.includes(action))
		return invalid(`action is ${JSON.stringify(action)}; it must be one of ${actions.join(', ')}.`);
	if ((to === undefined) === (recipient === undefined))
		return invalid('Give either "to" or "recipient", and not both.');
	const customer =
		to === undefined
			? context.ledger.findContact('whatsapp', String(recipient))
			: findNumber(context.ledger, String(to));
	if (!customer) return invalid(`Nobody in the sandbox has ${String(to ?? recipient)}.`);
	const conversation = context.ledger.conversationOf(customer);
	if (action === 'take') setOwner(context, conversation, 'business');
	else if (agentHolds(conversation)) return invalid('The app does not hold this thread.');
	else if (action === 'release') setOwner(context, conversation, 'idle');
	else return pass(context, conversation, body['control_pass']);
	return null;
}

function pass(context: Context, conversation: Conversation, given: unknown): GraphError | null {
	const target = isObject(given) ? given['target_role'] : undefined;
	if (target !== agentRole)
		return invalid(
			`control_pass.target_role is ${JSON.stringify(target)}; the sandbox knows "${agentRole}" (the app itself is the escalation partner).`,
		);
	conversation.agent.enabled = true;
	setOwner(context, conversation, 'agent');
	return null;
}
