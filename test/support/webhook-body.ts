import { createHmac } from 'node:crypto';
import { ACCOUNT, newId } from './customer.ts';

export const APP_SECRET = 'sandbox-app-secret';

export const sign = (body: string | Buffer, secret = APP_SECRET): string =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A delivery of WhatsApp with one text message, as documented by Meta (Cloud API, webhooks reference, v26.0). */
export function whatsAppMessage(from: string, text: string, at: Date, id = newId('wamid')) {
	const message = {
		from,
		id,
		timestamp: String(Math.floor(at.getTime() / 1000)),
		type: 'text',
		text: { body: text },
	};
	return whatsAppDelivery({ contacts: [{ profile: { name: 'Ana' }, wa_id: from }], messages: [message] });
}

/** A delivery of WhatsApp with anything in it. */
export const whatsAppDelivery = (value: object): object => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: '200000000000001',
			changes: [
				{
					field: 'messages',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '576015550100', phone_number_id: ACCOUNT },
						...value,
					},
				},
			],
		},
	],
});

/** POSTs a body as Meta does, signed unless another signature (or none) is given. */
export async function deliver(
	url: string,
	body: string | Buffer,
	{ signature = sign(body), type = 'application/json' }: { signature?: string | null; type?: string } = {},
): Promise<{ status: number; text: string }> {
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': type,
			...(signature === null ? {} : { 'x-hub-signature-256': signature }),
		},
		body: body as BodyInit,
	});
	return { status: response.status, text: await response.text() };
}
