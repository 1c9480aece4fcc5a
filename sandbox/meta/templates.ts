import { Hono } from 'hono';
import type { Template } from '../ledger.ts';
import type { Context } from '../context.ts';
import { isObject, jsonAnswer, objectBody, type Env, type Request } from '../http.ts';
import { objectId } from '../ids.ts';
import { world } from '../world.ts';
import { graphError, unknownObject, type GraphError } from './errors.ts';
import { refuse } from './refuse.ts';
import { templateStatus } from './payloads/whatsapp.ts';
import { pick } from './objects.ts';
import { variablesOf } from './template-match.ts';

const owners: readonly string[] = [world.whatsapp.account, world.messenger.page];
// Seen with a business's ID: github.com/PipedreamHQ/pipedream/issues/9004, read 2026-12-01. What Meta calls a phone number there is a guess.
const NOT_AN_ACCOUNT = graphError(
	100,
	'Tried accessing nonexisting field (message_templates) on node type (WhatsAppBusinessPhoneNumber)',
);
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const statuses = [
	'APPROVED',
	'PENDING',
	'REJECTED',
	'PAUSED',
	'DISABLED',
	'IN_APPEAL',
	'LIMIT_EXCEEDED',
	'ARCHIVED',
	'DELETED',
	'PENDING_DELETION',
];
// Meta approves a UTILITY template as MARKETING at once when its text promotes something.
const promotional = /descuento|oferta|promoci[oó]n|rebaja|discount|offer|sale\b|% off|desconto|oferta/i;

/** `GET/POST/DELETE /{account}/message_templates`. */
export function templateRoutes(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.use('/:owner/message_templates', async (request, next) => {
		const owner = request.req.param('owner') ?? '';
		if (owner === world.whatsapp.phoneNumberId) return refuse(context, request, NOT_AN_ACCOUNT);
		if (!owners.includes(owner)) return refuse(context, request, unknownObject(owner, request.req.method));
		return next();
	});
	app.get('/:owner/message_templates', (request) => jsonAnswer(page(context, request)));
	app.post('/:owner/message_templates', async (request) => {
		const body = await objectBody(request);
		const error = problem(context, body, request.req.param('owner'));
		if (error) return refuse(context, request, error, undefined, { to: null, body });
		return jsonAnswer(create(context, body, request.req.param('owner')));
	});
	app.delete('/:owner/message_templates', (request) => {
		const { name, hsm_id: id } = request.req.query();
		const found = [...context.ledger.templates.values()].filter(
			(template) => template.name === name && (!id || template.id === id),
		);
		if (found.length === 0)
			return refuse(
				context,
				request,
				graphError(100, 'Invalid parameter', `There is no template "${name}".`, 2593002),
			);
		for (const template of found) context.ledger.templates.delete(template.id);
		context.ledger.tell({ type: 'templates' });
		return jsonAnswer({ success: true });
	});
	return app;
}

function page(context: Context, request: Request): unknown {
	const { limit, after, name, status, language, category, fields } = request.req.query();
	const all = [...context.ledger.templates.values()].filter(
		(template) =>
			template.owner === request.req.param('owner') &&
			(!name || template.name.includes(name)) &&
			(!status || template.status === status) &&
			(!language || template.language === language) &&
			(!category || template.category === category),
	);
	const start = after ? all.findIndex((template) => cursor(template) === after) + 1 : 0;
	const shown = all.slice(start, start + Math.max(1, Math.min(Number(limit) || 25, 1000)));
	const last = shown.at(-1);
	const more = last !== undefined && last !== all.at(-1);
	const next = new URL(request.req.url);
	if (last) next.searchParams.set('after', cursor(last));
	return {
		data: shown.map((template) => pick(visible(template), fields)),
		...(shown[0] &&
			last && {
				paging: {
					cursors: { before: cursor(shown[0]), after: cursor(last) },
					...(more && { next: next.href }),
				},
			}),
	};
}

function cursor(template: Template): string {
	return Buffer.from(`template:${template.id}`).toString('base64url');
}

function visible(template: Template): Record<string, unknown> {
	const { owner: _owner, ...shown } = template;
	return shown;
}

function problem(context: Context, body: Record<string, unknown>, owner: string): GraphError | null {
	const bad = (details: string, subcode?: number) => graphError(100, 'Invalid parameter', details, subcode);
	const { name, language, category, components } = body;
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))
		return bad(`name is ${JSON.stringify(name)}; use lowercase letters, digits and underscores.`);
	if (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language))
		return bad(`language is ${JSON.stringify(language)}; use a code such as "es" or "en_US".`);
	if (!categories.includes(String(category)))
		return bad(`category is ${JSON.stringify(category)}; it must be one of ${categories.join(', ')}.`);
	if (!Array.isArray(components) || !components.every(isObject))
		return bad('components must be a list of objects.');
	const text = components.find((component) => component['type'] === 'BODY')?.['text'];
	if (typeof text !== 'string' || text === '') return bad('components needs one of type BODY with a text.');
	if ([...text].length > 1024) return bad('The body must be at most 1024 characters long.');
	const example = components.find((component) => component['type'] === 'BODY')?.['example'];
	if (variablesOf(text).length > 0 && example === undefined)
		return bad('A body with variables needs an "example".', 2388043);
	const twin = [...context.ledger.templates.values()].some(
		(template) => template.owner === owner && template.name === name && template.language === language,
	);
	return twin ? bad(`There is already ${language} content for template "${name}".`, 2388024) : null;
}

function create(context: Context, body: Record<string, unknown>, owner: string): unknown {
	const template: Template = {
		id: objectId(),
		owner,
		name: String(body['name']),
		language: String(body['language']),
		status: 'PENDING',
		category: String(body['category']),
		parameter_format: String(body['parameter_format']).toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		components: body['components'] as Template['components'],
		quality_score: { score: 'UNKNOWN' },
	};
	context.ledger.templates.set(template.id, template);
	context.ledger.tell({ type: 'templates' });
	context.delays.after(context.settings.templateReviewMs, () => review(context, template));
	return { id: template.id, status: template.status, category: template.category };
}

// A name that says "reject" is rejected, so that tests can see it.
function review(context: Context, template: Template): void {
	if (!context.ledger.templates.has(template.id) || template.status !== 'PENDING') return;
	if (template.category === 'UTILITY' && promotional.test(JSON.stringify(template.components)))
		template.category = 'MARKETING';
	setTemplateStatus(context, template, template.name.includes('reject') ? 'REJECTED' : 'APPROVED');
}

/** Says what is wrong with a template status, or null when nothing is. */
export function statusProblem(status: unknown): string | null {
	return statuses.includes(String(status))
		? null
		: `Template status ${JSON.stringify(status)} is not known; use one of ${statuses.join(', ')}.`;
}

/** Changes the status of a template and tells the webhook of it. */
export function setTemplateStatus(context: Context, template: Template, status: string): void {
	template.status = status;
	if (status === 'REJECTED') template.rejected_reason ??= 'INVALID_FORMAT';
	context.ledger.tell({ type: 'templates' });
	if (template.owner === world.whatsapp.account) {
		void context.webhooks.emit(
			templateStatus(template, status, status === 'REJECTED' ? 'INVALID_FORMAT' : null),
		);
	}
}
