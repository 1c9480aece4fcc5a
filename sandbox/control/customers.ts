import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { createCustomer, customerProblem } from '../customers/create.ts';
import { customerDoes } from '../customers/events/index.ts';
import { businessWrites, customerWrites } from '../customers/write.ts';
import { jsonAnswer, objectBody, type Env } from '../http.ts';
import { echoFields, type EchoField } from '../meta/payloads/whatsapp.ts';
import { answered, bad, withCustomer } from './answers.ts';

/** Customers: new ones, what they write and do, and what a person at the business writes to them. */
export function customerRoutes(context: Context, app: Hono<Env>): void {
	app.post('/customers', async (request) => {
		const input = await objectBody(request);
		const problem = customerProblem(input);
		if (problem) return bad(problem);
		try {
			return jsonAnswer(createCustomer(context, input));
		} catch (error) {
			return bad(error instanceof Error ? error.message : String(error), 409);
		}
	});
	app.post('/customers/:id/messages', (request) =>
		withCustomer(context, request, async (customer, input, at) => {
			const text = input['text'];
			if (typeof text !== 'string' || text === '') return bad('A message needs a "text".');
			const { message, event } = customerWrites(context, customer, { type: 'text', text, at });
			return answered(input, { message }, context.webhooks.emit(event));
		}),
	);
	app.post('/customers/:id/events', (request) =>
		withCustomer(context, request, async (customer, input, at) => {
			const outcome = await customerDoes(context, customer, input, at);
			if ('problem' in outcome) return bad(outcome.problem);
			return answered(input, { ok: true, ...outcome.result }, outcome.sent);
		}),
	);
	app.post('/customers/:id/business', (request) =>
		withCustomer(context, request, async (customer, input) => {
			const { text, field, creation } = input;
			if (typeof text !== 'string' || text === '') return bad('A message needs a "text".');
			if (field !== undefined && !echoFields.includes(field as EchoField))
				return bad(`"field" is ${JSON.stringify(field)}; use one of ${echoFields.join(', ')}.`);
			const { message, event } = businessWrites(context, customer, text, {
				...(field !== undefined && { field: field as EchoField }),
				...(typeof creation === 'string' && { creation }),
			});
			return answered(input, { message }, context.webhooks.emit(event));
		}),
	);
}
