import type { Context } from '../context.ts';
import { isObject, jsonAnswer } from '../http.ts';
import { metaJson, signatureOf } from '../meta/signature.ts';
import { post } from '../meta/webhooks.ts';

const signatures = ['valid', 'forged', 'none'];

/** Posts any body to the webhook, once and without the ledger knowing. */
export async function deliver(context: Context, input: Record<string, unknown>): Promise<Response> {
	const { signature = 'valid', raw, body, contentType } = input;
	const object = isObject(body) ? String(body['object']) : 'whatsapp_business_account';
	const url = typeof input['url'] === 'string' ? input['url'] : context.webhooks.urlOf(object);
	if (!url)
		return jsonAnswer({ error: 'No webhook address is set. PUT /api/settings {"webhook": …} first.' }, 400);
	if (!signatures.includes(String(signature))) {
		return jsonAnswer(
			{ error: `signature is ${JSON.stringify(signature)}; use one of ${signatures.join(', ')}.` },
			400,
		);
	}
	const text = typeof raw === 'string' ? raw : metaJson(body ?? {});
	const secret = signature === 'forged' ? 'not-the-app-secret' : context.webhooks.secretOf(object);
	const header = signature === 'none' ? undefined : signatureOf(text, secret);
	const type = typeof contentType === 'string' ? contentType : 'application/json';
	return jsonAnswer(await post(url, text, header, type));
}
