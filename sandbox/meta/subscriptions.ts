import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { jsonAnswer, jsonBody, isObject, type Env, type Request } from '../http.ts';
import { world } from '../world.ts';
import { graphError, unknownObject } from './errors.ts';
import { refuse } from './refuse.ts';
import { handshake } from './handshake.ts';

const objects = ['whatsapp_business_account', 'page', 'instagram'];
const subscribable: readonly string[] = [
	world.whatsapp.account,
	world.messenger.page,
	world.instagram.account,
	'me',
];

/** `/{app-id}/subscriptions` and `/{account}/subscribed_apps`. */
export function subscriptionRoutes(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	const subscriptions = context.webhooks.subscriptions;
	app.use('/:app/subscriptions', async (request, next) => {
		const id = request.req.param('app') ?? '';
		return id === world.appId ? next() : refuse(context, request, unknownObject(id, request.req.method));
	});
	app.get('/:app/subscriptions', () => {
		const data = [...subscriptions].map(([object, { callback_url, fields }]) => ({
			object,
			callback_url,
			active: true,
			fields: fields.map((name) => ({ name, version: 'v27.0' })),
		}));
		return jsonAnswer({ data });
	});
	app.post('/:app/subscriptions', async (request) => {
		const input = await inputOf(request);
		const object = String(input['object']);
		const url = String(input['callback_url']);
		const fields = fieldsOf(input['fields']);
		if (!objects.includes(object))
			return refuse(
				context,
				request,
				graphError(
					100,
					'Invalid parameter',
					`object is ${JSON.stringify(input['object'])}; the sandbox knows ${objects.join(', ')}.`,
				),
			);
		if (!URL.canParse(url))
			return refuse(
				context,
				request,
				graphError(
					100,
					'Invalid parameter',
					`callback_url is ${JSON.stringify(input['callback_url'])}, which is no address.`,
				),
			);
		const report = await handshake(context, url, String(input['verify_token'] ?? ''));
		if (!report.ok) {
			const found = `Response does not match challenge: HTTP ${report.status}, "${report.answer.slice(0, 100)}"`;
			return refuse(
				context,
				request,
				graphError(2200, 'callback verification failed with the following errors', found, 2200),
			);
		}
		subscriptions.set(object, { callback_url: url, fields });
		return jsonAnswer({ success: true });
	});
	app.delete('/:app/subscriptions', async (request) => {
		const object = (await inputOf(request))['object'];
		if (object === undefined) subscriptions.clear();
		else subscriptions.delete(String(object));
		return jsonAnswer({ success: true });
	});
	accountSubscriptions(context, app);
	return app;
}

function accountSubscriptions(context: Context, app: Hono<Env>): void {
	const subscribed = context.ledger.subscribed;
	app.use('/:account/subscribed_apps', async (request, next) => {
		const id = request.req.param('account') ?? '';
		return subscribable.includes(id)
			? next()
			: refuse(context, request, unknownObject(id, request.req.method));
	});
	app.get('/:account/subscribed_apps', (request) => {
		const entry = {
			whatsapp_business_api_data: { id: world.appId, name: 'Sandbox' },
			id: world.appId,
			name: 'Sandbox',
		};
		return jsonAnswer({ data: subscribed.has(request.req.param('account')) ? [entry] : [] });
	});
	app.post('/:account/subscribed_apps', (request) => {
		subscribed.add(request.req.param('account'));
		return jsonAnswer({ success: true });
	});
	app.delete('/:account/subscribed_apps', (request) => {
		subscribed.delete(request.req.param('account'));
		return jsonAnswer({ success: true });
	});
}

// A list, a list written as text (as n8n's own WhatsApp Trigger does) or names with commas.
function fieldsOf(given: unknown): string[] {
	if (Array.isArray(given)) return given.map(String);
	const text = String(given ?? '');
	if (text.startsWith('[')) return [...text.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '');
	return text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
}

// Parameters come in the query, as a form or as JSON; Meta takes all three.
async function inputOf(request: Request): Promise<Record<string, unknown>> {
	const type = request.req.header('content-type') ?? '';
	if (type.includes('form')) return { ...request.req.query(), ...(await request.req.parseBody()) };
	const body = await jsonBody(request);
	return { ...request.req.query(), ...(isObject(body) && body) };
}
