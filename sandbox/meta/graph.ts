import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import { hold, jsonAnswer, loseAnswer, losesAnswer, type Env, type Request } from '../http.ts';
import { world } from '../world.ts';
import { invalidProof, invalidToken } from './errors.ts';
import { fileAnswer, mediaRoutes } from './media.ts';
import { messagesRoute } from './messages.ts';
import { objectRoutes } from './objects.ts';
import { faultError, refuse } from './refuse.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { templateRoutes } from './templates.ts';
import { threadControlRoutes } from './thread-control.ts';

/** The Graph API under `/graph/<version>`. */
export function graphApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	// Where files of Messenger and Instagram stand: their address is all that is needed. It refuses a token, which nobody is to give away.
	app.get('/cdn/:id', (request) =>
		request.req.header('authorization') === undefined
			? fileAnswer(context, request.req.param('id'))
			: new Response('No token was asked for', { status: 400 }),
	);
	app.use('/:version/*', async (request, next) => {
		const version = request.req.param('version');
		if (!/^v\d+\.\d+$/.test(version ?? '')) {
			return refuse(context, request, {
				status: 400,
				code: 2500,
				message: `Unknown path components: /${version}`,
			});
		}
		if (!request.req.path.endsWith('/oauth/access_token') && !tokenAccepted(request))
			return refuse(context, request, invalidToken);
		if (!proofAccepted(request)) return refuse(context, request, invalidProof);
		return next();
	});
	app.route('/:version', messagesRoute(context));
	app.use('/:version/*', (request, next) => graphFault(context, request, next));
	app.route('/:version', templateRoutes(context));
	app.route('/:version', threadControlRoutes(context));
	app.route('/:version', subscriptionRoutes(context));
	app.route('/:version', mediaRoutes(context));
	app.route('/:version', objectRoutes(context));
	app.all('/*', (request) => {
		const path = request.req.path.replace(/^.*?\/v\d+\.\d+\//, '');
		return refuse(context, request, {
			status: 404,
			code: 2500,
			message: `Unknown path components: /${path}`,
		});
	});
	return app;
}

/** A request may be signed with the secret of the token's app; Meta refuses one that is signed wrongly. */
function proofAccepted(request: Request): boolean {
	const proof = request.req.query('appsecret_proof');
	const right = createHmac('sha256', world.appSecret).update(tokenOf(request)).digest('hex');
	return proof === undefined || proof === right;
}

// Meta takes the token from the header or from the query; an app token is `app-id|app-secret`.
function tokenOf(request: Request): string {
	const header = request.req.header('authorization')?.replace(/^Bearer\s+/i, '');
	return header ?? request.req.query('access_token') ?? '';
}

function tokenAccepted(request: Request): boolean {
	const token = tokenOf(request);
	return token === world.accessToken || token === `${world.appId}|${world.appSecret}`;
}

async function graphFault(
	context: Context,
	request: Request,
	next: () => Promise<void>,
): Promise<Response | void> {
	const fault = context.faults.take('graph');
	if (!fault) return next();
	if (fault.delayMs) await hold(fault.delayMs);
	if (fault.afterAccept) await next();
	const instead = await faultAnswer(context, request, fault);
	if (!instead) return fault.afterAccept ? undefined : next();
	// Once a route has answered, only setting it replaces its answer.
	if (fault.afterAccept) request.res = instead;
	else return instead;
}

async function faultAnswer(context: Context, request: Request, fault: Fault): Promise<Response | null> {
	if (losesAnswer(fault)) return loseAnswer(request, fault);
	if (fault.body !== undefined) return jsonAnswer(fault.body, fault.status ?? 200, fault.headers);
	const error = faultError(fault);
	return error ? refuse(context, request, error, fault.headers) : null;
}
