import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../support/customer.ts';
import { sign, whatsAppMessage } from '../support/webhook-body.ts';

/** A customer message that was delivered, and what came of it. */
export interface Delivered {
	id: string;
	from: string;
	body: string;
	/** The last status it was answered with; undefined while it was not answered at all. */
	status?: number;
}

/** Delivers messages over some connections at once, each from a customer of its own, until it is stopped. */
export class Load {
	readonly sent: Delivered[] = [];
	private running = false;
	private workers: Promise<void>[] = [];

	constructor(private readonly connections = 16) {}

	start(url: string): void {
		this.running = true;
		const agent = new Agent({ keepAlive: true, maxSockets: this.connections });
		this.workers = Array.from({ length: this.connections }, async () => {
			while (this.running) {
				const delivered = newMessage();
				this.sent.push(delivered);
				await deliverAgain(url, delivered, agent);
				// As Meta repeats what was answered late.
				if (this.running && this.sent.length % 10 === 0) await deliverAgain(url, delivered, agent);
				if (delivered.status === undefined) await sleep(10);
			}
		});
	}

	async stop(): Promise<void> {
		this.running = false;
		await Promise.all(this.workers);
	}

	get answered(): Delivered[] {
		return this.sent.filter(({ status }) => status === 200);
	}
}

function newMessage(): Delivered {
	const id = newId(`wamid.${process.pid}`);
	const from = `57300${newId('').slice(1).padStart(7, '0')}`;
	return { id, from, body: JSON.stringify(whatsAppMessage(from, 'Hello', new Date(), id)) };
}

/** Delivers a message (once more); what is answered 200 stays so. */
export async function deliverAgain(url: string, delivered: Delivered, agent?: Agent): Promise<void> {
	const { body } = delivered;
	const headers = { 'content-length': Buffer.byteLength(body), 'x-hub-signature-256': sign(body) };
	const status = await new Promise<number | undefined>((resolve) => {
		request(`${url}/webhook`, { method: 'POST', agent, headers }, (response) => {
			response.resume().once('end', () => resolve(response.statusCode));
			response.once('error', () => resolve(undefined));
		})
			.once('error', () => resolve(undefined))
			.end(body);
	});
	if (delivered.status !== 200) delivered.status = status;
}
