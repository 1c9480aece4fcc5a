import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { jsonAnswer, type Env, type Request } from '../http.ts';
import { world } from '../world.ts';
import { graphError, unknownObject } from './errors.ts';
import { refuse } from './refuse.ts';

const scopes = [
	'whatsapp_business_management',
	'whatsapp_business_messaging',
	'pages_messaging',
	'pages_manage_metadata',
	'page_utility_messaging',
	'instagram_basic',
	'instagram_manage_messages',
	'instagram_business_basic',
	'instagram_business_manage_messages',
];

/** Only the fields asked for (and the id), as the Graph answers. */
export function pick(object: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
	if (!fields) return object;
	const asked = fields
		.replace(/\{[^}]*\}|\([^)]*\)/g, '')
		.split(',')
		.map((field) => field.trim());
	return Object.fromEntries(Object.entries(object).filter(([name]) => name === 'id' || asked.includes(name)));
}

/** Reading single objects: the number, the accounts, the customers' profiles, templates, the token. */
export function objectRoutes(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	// n8n's own WhatsApp Trigger posts a form; Meta takes either.
	app.on(['GET', 'POST'], '/oauth/access_token', async (request) => {
		const form = request.req.method === 'POST' ? await request.req.parseBody() : {};
		const { client_id: id, client_secret: secret } = { ...request.req.query(), ...form };
		if (id !== world.appId || secret !== world.appSecret)
			return refuse(context, request, graphError(101, 'Error validating client secret.'));
		return jsonAnswer({ access_token: `${world.appId}|${world.appSecret}`, token_type: 'bearer' });
	});
	app.get('/debug_token', (request) => {
		const token = request.req.query('input_token');
		if (!token) return refuse(context, request, graphError(100, 'The parameter input_token is required.'));
		if (token !== world.accessToken) {
			return jsonAnswer({
				data: {
					error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
					is_valid: false,
					scopes: [],
				},
			});
		}
		const data = {
			app_id: world.appId,
			type: 'SYSTEM_USER',
			application: 'Sandbox',
			is_valid: true,
			expires_at: 0,
			data_access_expires_at: 0,
			scopes,
			user_id: '600000000000001',
		};
		return jsonAnswer({ data });
	});
	app.get('/:id/phone_numbers', (request) => {
		if (request.req.param('id') !== world.whatsapp.account)
			return refuse(context, request, unknownObject(request.req.param('id'), 'GET'));
		return jsonAnswer({ data: [pick(phoneNumber(), request.req.query('fields'))] });
	});
	app.get('/:id', (request) => read(context, request));
	return app;
}

function read(context: Context, request: Request): Response {
	const id = request.req.param('id') ?? '';
	const object =
		fixedObject(id) ?? profile(context, id) ?? template(context, id) ?? media(context, request, id);
	return object
		? jsonAnswer(pick(object, request.req.query('fields')))
		: refuse(context, request, unknownObject(id, 'GET'));
}

function phoneNumber(): Record<string, unknown> {
	return {
		id: world.whatsapp.phoneNumberId,
		verified_name: world.businessName,
		display_phone_number: world.whatsapp.displayNumber,
		quality_rating: 'GREEN',
		platform_type: 'CLOUD_API',
		throughput: { level: 'STANDARD' },
		status: 'CONNECTED',
		whatsapp_business_manager_messaging_limit: 'TIER_2K',
		health_status: {
			can_send_message: 'AVAILABLE',
			entities: [
				{ entity_type: 'PHONE_NUMBER', id: world.whatsapp.phoneNumberId, can_send_message: 'AVAILABLE' },
			],
		},
	};
}

function fixedObject(id: string): Record<string, unknown> | undefined {
	if (id === world.whatsapp.phoneNumberId) return phoneNumber();
	if (id === world.whatsapp.account)
		return {
			id,
			name: world.businessName,
			currency: 'USD',
			timezone_id: '1',
			message_template_namespace: 'sandbox',
		};
	if (id === world.instagram.account)
		return {
			id,
			user_id: id,
			name: world.businessName,
			username: world.instagram.username,
			account_type: 'BUSINESS',
		};
	if (id === world.messenger.page)
		return { id, name: world.businessName, instagram_business_account: { id: world.instagram.account } };
	if (id === world.appId || id === 'app') return { id: world.appId, name: 'Sandbox' };
	if (id === 'me')
		return {
			id: '600000000000001',
			name: world.businessName,
			user_id: world.instagram.account,
			username: world.instagram.username,
		};
	return undefined;
}

function profile(context: Context, id: string): Record<string, unknown> | undefined {
	const customer = context.ledger.findContact('messenger', id) ?? context.ledger.findContact('instagram', id);
	if (!customer) return undefined;
	const [first, ...rest] = customer.name.split(' ');
	if (customer.channel === 'instagram')
		return {
			id,
			name: customer.name,
			username: customer.username ?? customer.name.toLowerCase().replace(/\W+/g, '.'),
		};
	return { id, first_name: first, last_name: rest.join(' '), name: customer.name };
}

function template(context: Context, id: string): Record<string, unknown> | undefined {
	const found = context.ledger.templates.get(id);
	if (!found) return undefined;
	const { owner: _owner, ...shown } = found;
	return shown;
}

function media(context: Context, request: Request, id: string): Record<string, unknown> | undefined {
	const found = context.ledger.media.get(id);
	if (!found) return undefined;
	const url = new URL(`/graph/v27.0/${id}/file`, request.req.url).href;
	return { id, messaging_product: 'whatsapp', mime_type: found.type, file_size: found.bytes, url };
}
