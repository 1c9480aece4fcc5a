import { Hono } from 'hono';
import type { Context } from './context.ts';
import { controlApp } from './control/routes.ts';
import type { Env } from './http.ts';
import { graphApp } from './meta/graph.ts';
import { modelApp } from './model/server.ts';
import { pagesApp } from './phone/pages.ts';

/** All of the sandbox's HTTP: pages, Graph, model, control. */
export function sandboxApp(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.route('/graph', graphApp(context));
	app.route('/v1', modelApp(context));
	app.route('/api', controlApp(context));
	app.route('/', pagesApp(context));
	app.onError((error) => {
		console.error(error);
		return new Response(JSON.stringify({ error: `The sandbox itself failed: ${error.message}` }), {
			status: 500,
		});
	});
	return app;
}
