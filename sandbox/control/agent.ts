import type { Hono } from 'hono';
import type { Customer } from '../ledger.ts';
import type { Context } from '../context.ts';
import { contextKinds, handOver, type ContextKind } from '../customers/agent/hand-over.ts';
import { agentWrites } from '../customers/agent/speak.ts';
import { switchAgent } from '../customers/agent/switch.ts';
import { agentHolds } from '../customers/agent/thread.ts';
import type { Env } from '../http.ts';
import { answered, bad, withCustomer } from './answers.ts';
import { describeConversation } from './state.ts';

const flags = ['on', 'silent', 'handover'] as const;

/** Meta Business Agent of one customer: on and off, what it says, and its hand-over to the business. */
export function agentRoutes(context: Context, app: Hono<Env>): void {
	app.put('/customers/:id/agent', (request) =>
		withCustomer(context, request, async (customer, input) => {
			const problem = channelProblem(customer) ?? switchProblem(input);
			if (problem) return bad(problem);
			const events = switchAgent(context, customer, input as { on: boolean });
			return answered(input, describe(context, customer), context.webhooks.emit(...events));
		}),
	);
	app.post('/customers/:id/agent/hand-over', (request) =>
		withCustomer(context, request, async (customer, input) => {
			const kind = input['context'] ?? 'summary';
			const problem = channelProblem(customer) ?? holdProblem(context, customer);
			if (problem) return bad(problem);
			if (!contextKinds.includes(kind as ContextKind))
				return bad(`"context" is ${JSON.stringify(kind)}; use one of ${contextKinds.join(', ')}.`);
			const events = handOver(context, customer, {
				context: kind as ContextKind,
				...(typeof input['note'] === 'string' && { note: input['note'] }),
			});
			return answered(input, describe(context, customer), context.webhooks.emit(...events));
		}),
	);
	app.post('/customers/:id/agent/messages', (request) =>
		withCustomer(context, request, async (customer, input) => {
			const { text } = input;
			if (typeof text !== 'string' || text === '') return bad('A message needs a "text".');
			const problem = channelProblem(customer) ?? holdProblem(context, customer);
			if (problem) return bad(problem);
			const { message, event } = agentWrites(context, customer, text);
			return answered(input, { message }, context.webhooks.emit(event));
		}),
	);
}

function channelProblem(customer: Customer): string | null {
	return customer.channel === 'whatsapp'
		? null
		: `Meta Business Agent answers on WhatsApp only; the customer is on ${customer.channel}.`;
}

function holdProblem(context: Context, customer: Customer): string | null {
	return agentHolds(context.ledger.conversationOf(customer))
		? null
		: `Meta Business Agent does not hold the thread of ${customer.id}; PUT /api/customers/${customer.id}/agent {"on": true} first.`;
}

function switchProblem(input: Record<string, unknown>): string | null {
	if (input['on'] === undefined) return 'Say whether the agent is on: {"on": true} or {"on": false}.';
	const wrong = flags.find((name) => input[name] !== undefined && typeof input[name] !== 'boolean');
	return wrong ? `"${wrong}" is ${JSON.stringify(input[wrong])}; it must be true or false.` : null;
}

function describe(context: Context, customer: Customer) {
	return { ok: true, agent: describeConversation(context, context.ledger.conversationOf(customer)).agent };
}
