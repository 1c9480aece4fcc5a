import { createHmac } from 'node:crypto';

/** A delivery as it goes over the wire, made and signed beforehand so that the load costs little. */
export interface Wire {
	bytes: Buffer;
}

export const SECRET = 'bench-app-secret';
const ACCOUNT = '210000000000001';
const STATES = ['sent', 'delivered', 'read'] as const;
/** Customers who write again and again, as those of a business do within a day. */
const CUSTOMERS = 2_000;

const phoneOf = (index: number): string => `57300${String(index % CUSTOMERS).padStart(7, '0')}`;

/** Statuses of messages that another program of the business has sent, three for each, every delivery with one. */
export function statusBody(index: number, startMs: number): string {
	const message = Math.floor(index / STATES.length);
	const status = STATES[index % STATES.length] as string;
	return delivery({
		statuses: [
			{
				...{
					id: `wamid.out.${message}`,
					status,
					timestamp: seconds(startMs + index),
					recipient_id: phoneOf(message),
				},
				pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
			},
		],
	});
}

/** Messages of customers; each customer writes once in every round. */
export function messageBody(index: number, startMs: number): string {
	const from = phoneOf(index);
	const round = Math.floor(index / CUSTOMERS);
	return delivery({
		contacts: [{ profile: { name: `Eva ${index % CUSTOMERS}` }, wa_id: from }],
		messages: [
			{
				...{ from, id: `wamid.in.${index}`, timestamp: seconds(startMs + round * 5_000), type: 'text' },
				text: { body: `Message ${index}: ¿me ayuda con una cita?` },
			},
		],
	});
}

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

function delivery(value: object): string {
	const metadata = { display_phone_number: '576015550100', phone_number_id: ACCOUNT };
	const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '200000000000001', changes }] });
}

/** The request for a body. */
export function wire(body: string): Wire {
	const signature = createHmac('sha256', SECRET).update(body).digest('hex');
	const head = [
		...['POST /webhook HTTP/1.1', 'Host: intake', 'Content-Type: application/json'],
		`X-Hub-Signature-256: sha256=${signature}`,
		`Content-Length: ${Buffer.byteLength(body)}`,
	];
	return { bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`) };
}
