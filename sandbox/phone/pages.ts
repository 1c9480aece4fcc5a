import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import type { Env, Request } from '../http.ts';
import { guidePage } from '../guide/page.ts';
import { modelPage } from './model-page.ts';
import { phonePage } from './phone-page.ts';
import type { Lang } from './words.ts';

const files = {
	client: [
		...['common.css', 'phone.css', 'agent.css', 'model.css'],
		...[
			'dom.js',
			'store.js',
			'people.js',
			'chat.js',
			'agent.js',
			'media.js',
			'reactions.js',
			'phone.js',
			'model.js',
		],
	],
	'../guide/client': ['guide.css', 'guide.js', 'steps.js', 'feed.js', 'skip.js', 'about.js'],
};
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript' };

/** The pages: the phone at `/`, the same with a guide beside it at `/guide`, the model log at `/model`, and their files under `/client`. */
export function pagesApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	// Nothing comes from elsewhere and nothing is inline, so that a customer's text can never run.
	app.use('*', async (request, next) => {
		await next();
		request.header('content-security-policy', "default-src 'self'; base-uri 'none'; form-action 'self'");
		request.header('cache-control', 'no-store');
	});
	app.get('/', (request) => request.html(phonePage(langOf(context, request))));
	app.get('/guide', (request) => request.html(guidePage(langOf(context, request))));
	app.get('/model', (request) =>
		request.html(modelPage(langOf(context, request), context.guideState.guide ? '/guide' : '/')),
	);
	app.get('/client/:file', (request) => {
		const file = request.req.param('file');
		const folder = Object.entries(files).find(([, names]) => names.includes(file))?.[0];
		if (!folder) return request.text('There is no such file.', 404);
		return request.body(readFileSync(join(import.meta.dirname, folder, file), 'utf8'), 200, {
			'content-type': `${types[file.split('.').at(-1) ?? '']}; charset=utf-8`,
		});
	});
	app.get('/favicon.ico', (request) => request.body(null, 204));
	return app;
}

function langOf(context: Context, request: Request): Lang {
	const asked = request.req.query('lang');
	return asked === 'es' || asked === 'en' ? asked : context.settings.lang;
}
