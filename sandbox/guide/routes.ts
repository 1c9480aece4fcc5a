import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { jsonAnswer, jsonBody, type Env } from '../http.ts';
import { readAdvance, readFeed, readGuide } from './check.ts';

/** The guide's part of the control API: the demo gives it the guide and tells it what happens inside. */
export function guideRoutes({ guideState }: Context, app: Hono<Env>): void {
	app.get('/guide', () => jsonAnswer({ guide: guideState.guide, entries: guideState.entries }));
	app.put('/guide', async (request) => {
		const read = readGuide(await jsonBody(request));
		if ('problem' in read) return jsonAnswer({ error: read.problem }, 400);
		guideState.setGuide(read.value);
		return jsonAnswer(read.value);
	});
	app.post('/advance', async (request) => {
		const read = readAdvance(await jsonBody(request));
		if ('problem' in read) return jsonAnswer({ error: read.problem }, 400);
		guideState.wishAdvance(read.value.ms);
		return jsonAnswer(read.value);
	});
	app.post('/advance/take', () => jsonAnswer({ ms: guideState.takeAdvance() }));
	app.post('/feed', async (request) => {
		const read = readFeed(await jsonBody(request));
		if ('problem' in read) return jsonAnswer({ error: read.problem }, 400);
		guideState.add(read.value.entries);
		return jsonAnswer({ entries: guideState.entries.length });
	});
}
