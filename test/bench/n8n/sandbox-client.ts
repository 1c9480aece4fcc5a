import { SANDBOX_SECRETS } from '../../../scripts/demo/credentials.ts';
import { Trouble } from '../../../scripts/shared/trouble.ts';
import { world } from '../../../sandbox/world.ts';

/** A customer in the sandbox's books. */
export interface Person {
	id: string;
	phone: string;
}

/** A message in the sandbox's books, as far as it matters here. */
export interface Booked {
	id: string;
	customer: string | null;
	via: string;
	at: string;
	states: Record<string, string>;
}

/** A request to the model stand-in, with its answer. */
export interface ModelCall {
	id: number;
	status: number | string;
	request: { messages: { content: unknown }[]; response_format?: unknown };
	answer: { choices?: { message: { content: string | null } }[] };
}

/** What the bench asks of one sandbox: customers, the business's own answers, and the books. */
export class SandboxClient {
	readonly url: string;

	constructor(url: string) {
		this.url = url;
	}

	/** Changes how the sandbox behaves. */
	async settings(change: object): Promise<void> {
		await this.#call('PUT', '/api/settings', change);
	}

	/** A new WhatsApp customer. */
	async customer(number: number): Promise<Person> {
		const phone = `+573${String(number).padStart(9, '0')}`;
		const { id } = await this.#call<{ id: string }>('POST', '/api/customers', {
			name: `Eva ${number}`,
			phone,
		});
		return { id, phone };
	}

	/** The customer writes; the webhook has been answered when this returns. */
	async writes({ id }: Person, text: string): Promise<void> {
		await this.#call('POST', `/api/customers/${id}/messages`, { text, wait: true });
	}

	/** The customer opens the conversation and sees everything that has arrived. */
	async reads({ id }: Person): Promise<void> {
		await this.#call('POST', `/api/customers/${id}/events`, { kind: 'read', wait: true });
	}

	/** Another program of the business, e.g. its chatbot, answers through the Graph API. */
	async businessAnswers({ phone }: Person, text: string): Promise<void> {
		await this.#call(
			'POST',
			`/graph/v26.0/${world.whatsapp.phoneNumberId}/messages`,
			{ messaging_product: 'whatsapp', to: phone, type: 'text', text: { body: text } },
			{ authorization: `Bearer ${SANDBOX_SECRETS.accessToken}` },
		);
	}

	/** Messages that went to customers through the API. */
	async sent(): Promise<Booked[]> {
		const { messages } = await this.state();
		return messages.filter(({ via }) => via === 'api');
	}

	/** The books. */
	async state(): Promise<{
		messages: Booked[];
		deliveries: { done: boolean }[];
		refusals: unknown[];
		violations: unknown[];
	}> {
		return await this.#call('GET', '/api/state');
	}

	/** The last thousand requests to the model. */
	async modelCalls(): Promise<ModelCall[]> {
		return await this.#call('GET', '/api/model/log');
	}

	async #call<T>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...headers },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		if (!response.ok)
			throw new Trouble(
				`The sandbox answered ${response.status} to ${method} ${path}: ${await response.text()}`,
			);
		return (await response.json()) as T;
	}
}
