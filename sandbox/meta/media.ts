import { Hono } from 'hono';
import { now, type Context } from '../context.ts';
import { jsonAnswer, type Env } from '../http.ts';
import { objectId } from '../ids.ts';
import { world } from '../world.ts';
import { graphError, unknownObject } from './errors.ts';
import { refuse } from './refuse.ts';

/** A file of a customer, as Meta's hosts give it out. */
export function fileAnswer(context: Context, id: string): Response {
	const found = context.ledger.media.get(id);
	if (!found?.file) return new Response('Not Found', { status: 404 });
	return new Response(new Uint8Array(found.file), { headers: { 'content-type': found.type } });
}

/**
 * `POST /{phone-number-id}/media`: keeps size and type, not the file; and the address at which a file of a WhatsApp customer
 * stands, with the token like everything here.
 */
export function mediaRoutes(context: Context): Hono<Env> {
	const app = new Hono<Env>();
	app.get('/:id/file', (request) => fileAnswer(context, request.req.param('id')));
	app.post('/:account/media', async (request) => {
		const account = request.req.param('account');
		if (account !== world.whatsapp.phoneNumberId)
			return refuse(context, request, unknownObject(account, 'POST'));
		const form = await request.req.formData().catch(() => undefined);
		const file = form?.get('file');
		if (form?.get('messaging_product') !== 'whatsapp' || !(file instanceof File)) {
			return refuse(
				context,
				request,
				graphError(
					100,
					'Invalid parameter',
					'Send a multipart form with messaging_product=whatsapp and a "file".',
				),
			);
		}
		const id = objectId();
		context.ledger.media.set(id, {
			id,
			type: file.type || String(form.get('type') ?? ''),
			bytes: file.size,
			at: now(context),
		});
		return jsonAnswer({ id });
	});
	return app;
}
