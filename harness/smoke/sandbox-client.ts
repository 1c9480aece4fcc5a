import { CliError } from '../shared/cli-error.ts';

/** A customer in the sandbox's ledger. */
export interface Customer {
	id: string;
	name: string;
}

/** A message in the sandbox's ledger. */
export interface LedgerMessage {
	id: string;
	customer: string | null;
	direction: 'in' | 'out';
	via: 'customer' | 'api' | 'app';
	type: string;
	text?: string;
	at: string;
	states: { sent?: string; delivered?: string; read?: string; failed?: string };
}

/** The parts of the sandbox's ledger that the smoke reads. */
export interface Ledger {
	messages: LedgerMessage[];
	refusals: { code: number; message: string }[];
	violations?: { kind: string; details: string }[];
	deliveries: { id: string; field: string; attempts: { status: number | string }[]; done: boolean }[];
}

/** The sandbox's control API (sandbox/README.md). */
export class SandboxClient {
	readonly #url: string;

	constructor(url: string) {
		this.#url = url;
	}

	/** Brings a new customer with a WhatsApp number into the world. */
	async customer(name: string, phone: string): Promise<Customer> {
		return await this.#call<Customer>('POST', '/customers', { name, phone, channel: 'whatsapp' });
	}

	/** The customer writes; a signed webhook goes out. */
	async customerWrites({ id }: Customer, text: string): Promise<void> {
		await this.#call('POST', `/customers/${id}/messages`, { text });
	}

	/** A person at the business answers from the Business app; an echo webhook goes out. */
	async businessAnswers({ id }: Customer, text: string): Promise<void> {
		await this.#call('POST', `/customers/${id}/business`, { text });
	}

	/** Meta takes so long for its answer to the next message that goes to this customer. */
	async answersSlowly({ id }: Customer, delayMs: number): Promise<void> {
		await this.#call('POST', '/faults', { target: 'send', count: 1, customer: id, delayMs });
	}

	/** Posts a body to the webhook with a signature made with a wrong secret. */
	async deliverForged(body: unknown): Promise<{ status: number; text: string }> {
		return await this.#call('POST', '/deliver', { body, signature: 'forged' });
	}

	async ledger(): Promise<Ledger> {
		return await this.#call<Ledger>('GET', '/state');
	}

	async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.#url}/api${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		const text = await response.text();
		if (!response.ok)
			throw new CliError(`The sandbox answered ${response.status} to ${method} /api${path}: ${text}`);
		return JSON.parse(text) as T;
	}
}
