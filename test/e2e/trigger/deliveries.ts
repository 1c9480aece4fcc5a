import { createHmac } from 'node:crypto';
import { SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';

const SECONDS = () => String(Math.floor(Date.now() / 1000));

/** A WhatsApp delivery of the sandbox's number. */
function delivery(value: object): string {
	const metadata = { display_phone_number: '576015550100', phone_number_id: '210000000000001' };
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '200000000000001',
				changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }],
			},
		],
	});
}

/** A message of one customer. */
export function message(from: string, id: string, text: string): string {
	return delivery({
		messages: [{ ...{ from, id, timestamp: SECONDS(), type: 'text' }, text: { body: text } }],
	});
}

/** Messages of as many customers. */
export function messages(ids: string[], text: string): string {
	return delivery({
		messages: ids.map((id, index) => ({
			...{ from: String(573_100_000_000 + index), id, timestamp: SECONDS(), type: 'text' },
			text: { body: text },
		})),
	});
}

/** A status of a message that another app sent to a customer of `messages`. */
export function status(id: string): string {
	return delivery({
		statuses: [{ id, status: 'delivered', timestamp: SECONDS(), recipient_id: '573100000000' }],
	});
}

/** Posts a body as Meta does. */
export async function post(url: string, body: string): Promise<{ status: number; ms: number }> {
	const started = performance.now();
	const signature = createHmac('sha256', SANDBOX_SECRETS.appSecret).update(body).digest('hex');
	const response = await fetch(url, {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
	});
	await response.text();
	return { status: response.status, ms: Math.round(performance.now() - started) };
}
