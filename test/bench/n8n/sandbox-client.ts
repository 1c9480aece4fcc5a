import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { world } from '../../../sandbox/world.ts';

const AUTHORIZED = { authorization: `Bearer ${SANDBOX_SECRETS.accessToken}` };
const WHATSAPP = 'whatsapp_business_account';
/** Meta puts up to 1,000 updates into one webhook, and does not say when it does; here those of one second travel together. */
const BATCH_MS = 1_000;
/** The bench's sandbox tells of sent after 50 ms and of delivered after 100. */
const STATUSES_MS = 500;

/** A customer in the sandbox's ledger. */
export interface Person {
	id: string;
	name: string;
	phone: string;
	/** The business-scoped ID. */
	userId: string;
}

/** A message in the sandbox's ledger, as far as it matters here. */
export interface LedgerEntry {
	id: string;
	customer: string | null;
	direction: 'in' | 'out';
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

/** What the bench asks of one sandbox: customers, the business's own answers, and the ledger. */
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
		return await this.#call<Person>('POST', '/api/customers', { name: `Eva ${number}`, phone });
	}

	/** The customer writes; the webhook has been answered when this returns, with the ID of the message. */
	async writes({ id }: Person, text: string): Promise<string> {
		const { message } = await this.#call<{ message: { id: string } }>(
			...(['POST', `/api/customers/${id}/messages`, { text, wait: true }] as const),
		);
		return message.id;
	}

	/** The customer opens the conversation and sees everything that has arrived. */
	async reads({ id }: Person): Promise<void> {
		await this.#call('POST', `/api/customers/${id}/events`, { kind: 'read', wait: true });
	}

	/** Another program of the business, e.g. its chatbot, answers through the Graph API. */
	async businessAnswers({ phone }: Person, text: string): Promise<void> {
		await this.#call(
			'POST',
			`/graph/v27.0/${world.whatsapp.phoneNumberId}/messages`,
			{ messaging_product: 'whatsapp', to: phone, type: 'text', text: { body: text } },
			AUTHORIZED,
		);
	}

	/** What happens meanwhile goes out in few webhooks, many updates in each, as Meta may send them under load. */
	async batching(work: () => Promise<void>): Promise<void> {
		await this.settings({ batchMs: BATCH_MS });
		await work();
		await sleep(BATCH_MS + STATUSES_MS);
		await this.settings({ batchMs: 0 });
	}

	/** What happens meanwhile is in the ledger only: no webhook tells of it. Afterwards they go where they went before. */
	async withoutWebhooks(work: () => Promise<void>): Promise<void> {
		const { settings, subscriptions } = await this.state();
		const webhook = subscriptions[WHATSAPP]?.callback_url ?? settings.webhook;
		// A subscription that n8n made goes before the setting.
		const path = `/graph/v27.0/${world.appId}/subscriptions?object=${WHATSAPP}`;
		await this.#call('DELETE', path, undefined, AUTHORIZED);
		await this.settings({ webhook: null });
		await work();
		await sleep(STATUSES_MS);
		await this.settings({ webhook });
	}

	/** Messages that went to customers through the API. */
	async sent(): Promise<LedgerEntry[]> {
		const { messages } = await this.state();
		return messages.filter(({ via }) => via === 'api');
	}

	/** The ledger. */
	async state(): Promise<{
		messages: LedgerEntry[];
		deliveries: { done: boolean }[];
		refusals: unknown[];
		violations: unknown[];
		settings: { webhook: string | null };
		subscriptions: Record<string, { callback_url: string }>;
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
			throw new CliError(
				`The sandbox answered ${response.status} to ${method} ${path}: ${await response.text()}`,
			);
		return (await response.json()) as T;
	}
}
