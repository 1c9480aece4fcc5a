import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { faultProblem, type Fault } from '../faults.ts';
import { jsonAnswer, objectBody, type Env } from '../http.ts';
import { guideRoutes } from '../guide/routes.ts';
import { handshake } from '../meta/handshake.ts';
import { setTemplateStatus, statusProblem } from '../meta/templates.ts';
import { settingsProblem } from '../settings.ts';
import { agentRoutes } from './agent.ts';
import { bad } from './answers.ts';
import { customerRoutes } from './customers.ts';
import { deliver } from './deliver.ts';
import { liveEvents } from './live.ts';
import { resetAll } from './reset.ts';
import { describeState } from './state.ts';

/** The control API under `/api`. */
export function controlApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.get('/state', () => jsonAnswer(describeState(context)));
	app.get('/events', (request) => liveEvents(context, request));
	app.get('/model/log', () => jsonAnswer(context.modelLog.list()));
	app.get('/deliveries/:id', (request) => {
		const delivery = context.ledger.deliveries.get(request.req.param('id'));
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
		context.ledger.tell({ type: 'settings', settings: context.settings });
		return jsonAnswer(context.settings);
	});
	app.post('/reset', () => {
		resetAll(context);
		return jsonAnswer({ ok: true });
	});
	faultRoutes(context, app);
	guideRoutes(context, app);
	customerRoutes(context, app);
	agentRoutes(context, app);
	app.patch('/templates/:id', async (request) => {
		const key = request.req.param('id');
		const template =
			context.ledger.templates.get(key) ??
			[...context.ledger.templates.values()].find((candidate) => candidate.name === key);
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
		if (fault.customer !== undefined && !context.ledger.customers.has(fault.customer))
			return bad(`There is no customer ${fault.customer}; GET /api/state lists them.`, 404);
		context.faults.add(fault);
		return jsonAnswer({ faults: context.faults.list() });
	});
	app.delete('/faults', () => {
		context.faults.clear();
		return jsonAnswer({ faults: [] });
	});
}
