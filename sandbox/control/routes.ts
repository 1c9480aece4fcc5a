import { Hono } from 'hono';
import type { Customer } from '../books.ts';
import type { Context } from '../context.ts';
import { createCustomer, customerProblem } from '../customers/create.ts';
import { customerDoes } from '../customers/events.ts';
import { businessWrites, customerWrites } from '../customers/write.ts';
import { faultProblem, type Fault } from '../faults.ts';
import { jsonAnswer, objectBody, type Env, type Request } from '../http.ts';
import { guideRoutes } from '../guide/routes.ts';
import { handshake } from '../meta/handshake.ts';
import { setTemplateStatus, statusProblem } from '../meta/templates.ts';
import { settingsProblem } from '../settings.ts';
import { deliver } from './deliver.ts';
import { liveEvents } from './live.ts';
import { resetAll } from './reset.ts';
import { describeState } from './state.ts';

const bad = (message: string, status = 400) => jsonAnswer({ error: message }, status);

/** The control API under `/api`. */
export function controlApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.get('/state', () => jsonAnswer(describeState(context)));
	app.get('/events', (request) => liveEvents(context, request));
	app.get('/model/log', () => jsonAnswer(context.modelLog.list()));
	app.get('/deliveries/:id', (request) => {
		const delivery = context.books.deliveries.get(request.req.param('id'));
		return delivery
			? jsonAnswer({ ...delivery, body: context.webhooks.bodies.get(delivery.id) ?? null })
			: bad('There is no such delivery.', 404);
	});
	app.post('/deliver', async (request) => deliver(context, await objectBody(request)));
	app.post('/handshake', async (request) => {
		const url = String((await objectBody(request))['url'] ?? context.settings.webhook ?? '');
		return URL.canParse(url)
			? jsonAnswer(await handshake(context, url))
			: bad('No webhook address is set. Give "url", or PUT /api/settings {"webhook": …} first.');
	});
	app.put('/settings', async (request) => {
		const change = await objectBody(request);
		const problem = settingsProblem(change);
		if (problem) return bad(problem);
		Object.assign(context.settings, change);
		context.books.tell({ type: 'settings', settings: context.settings });
		return jsonAnswer(context.settings);
	});
	app.post('/reset', () => {
		resetAll(context);
		return jsonAnswer({ ok: true });
	});
	faultRoutes(context, app);
	guideRoutes(context, app);
	customerRoutes(context, app);
	app.patch('/templates/:id', async (request) => {
		const key = request.req.param('id');
		const template =
			context.books.templates.get(key) ??
			[...context.books.templates.values()].find((candidate) => candidate.name === key);
		if (!template) return bad(`There is no template "${key}".`, 404);
		const change = await objectBody(request);
		const problem = change['status'] === undefined ? null : statusProblem(change['status']);
		if (problem) return bad(problem);
		if (typeof change['category'] === 'string') template.category = change['category'];
		if (typeof change['status'] === 'string') setTemplateStatus(context, template, change['status']);
		return jsonAnswer(template);
	});
	app.all('/*', (request) =>
		bad(
			`There is no ${request.req.method} ${request.req.path}. The README of the sandbox lists the calls.`,
			404,
		),
	);
	return app;
}

function faultRoutes(context: Context, app: Hono<Env>): void {
	app.get('/faults', () => jsonAnswer(context.faults.list()));
	app.post('/faults', async (request) => {
		const fault = { count: 1, ...(await objectBody(request)) } as Fault;
		const problem = faultProblem(fault);
		if (problem) return bad(problem);
		if (fault.customer !== undefined && !context.books.customers.has(fault.customer))
			return bad(`There is no customer ${fault.customer}; GET /api/state lists them.`, 404);
		context.faults.add(fault);
		return jsonAnswer({ faults: context.faults.list() });
	});
	app.delete('/faults', () => {
		context.faults.clear();
		return jsonAnswer({ faults: [] });
	});
}

function customerRoutes(context: Context, app: Hono<Env>): void {
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
			const sent = context.webhooks.emit(event);
			return jsonAnswer({ message, ...(input['wait'] === true && { deliveries: await sent }) });
		}),
	);
	app.post('/customers/:id/events', (request) =>
		withCustomer(context, request, async (customer, input, at) => {
			const outcome = await customerDoes(context, customer, input, at);
			if ('problem' in outcome) return bad(outcome.problem);
			return jsonAnswer({
				ok: true,
				...outcome.result,
				...(input['wait'] === true && { deliveries: await outcome.sent }),
			});
		}),
	);
	app.post('/customers/:id/business', (request) =>
		withCustomer(context, request, async (customer, input) => {
			const text = input['text'];
			if (typeof text !== 'string' || text === '') return bad('A message needs a "text".');
			const { message, event } = businessWrites(context, customer, text);
			const sent = context.webhooks.emit(event);
			return jsonAnswer({ message, ...(input['wait'] === true && { deliveries: await sent }) });
		}),
	);
}

type WithCustomer = (customer: Customer, input: Record<string, unknown>, at: number) => Promise<Response>;

async function withCustomer(context: Context, request: Request, run: WithCustomer): Promise<Response> {
	const id = request.req.param('id') ?? '';
	const customer = context.books.customers.get(id);
	if (!customer) return bad(`There is no customer "${id}". GET /api/state lists them.`, 404);
	const input = await objectBody(request);
	const at = input['at'] === undefined ? context.clock() : new Date(input['at'] as string | number).getTime();
	if (Number.isNaN(at))
		return bad(`"at" is ${JSON.stringify(input['at'])}; it must be a time in ISO 8601 or milliseconds.`);
	return run(customer, input, at);
}
