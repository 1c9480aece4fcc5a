import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Ledger, Delivery } from '../ledger.ts';
import type { Delays } from '../delays.ts';
import type { Settings } from '../settings.ts';
import { metaJson, signatureOf } from './signature.ts';

/** One thing that happened, on its way into a webhook: a WhatsApp change, or a Messenger or Instagram messaging item. */
export type WebhookEvent = {
	object: 'whatsapp_business_account' | 'page' | 'instagram';
	entry: string;
	field: string;
	change?: unknown;
	messaging?: unknown;
	/** Stands in the entry itself, as Instagram comments do at times. */
	inEntry?: object;
};

// Meta waits 5 s (Messenger) to 20 s (app review) for an answer.
const answerWithinMs = 20_000;
const keptBodies = 500;
const conversationFields = ['messages', 'standby', 'messaging_handovers'];

/** Builds, signs, delivers and retries webhooks, and keeps the log of it. */
export class Webhooks {
	readonly #clock: () => number;
	readonly #later: Delays;
	readonly #settings: Settings;
	readonly #ledger: Ledger;
	/** Callback addresses registered through the Graph, by webhook object. */
	readonly subscriptions = new Map<string, { callback_url: string; fields: string[] }>();
	readonly bodies = new LRUCache<string, string>({ max: keptBodies });
	#batch: WebhookEvent[] = [];
	#closed = false;

	constructor(options: { clock: () => number; delays: Delays; settings: Settings; ledger: Ledger }) {
		this.#clock = options.clock;
		this.#later = options.delays;
		this.#settings = options.settings;
		this.#ledger = options.ledger;
	}

	/** Sends events; with `batchMs` set they wait for others to travel with. Resolves after the first attempt. */
	async emit(...events: WebhookEvent[]): Promise<Delivery[]> {
		if (this.#settings.batchMs === 0) return this.#deliverAll(events);
		if (this.#batch.length === 0) this.#later.after(this.#settings.batchMs, () => void this.flush());
		this.#batch.push(...events);
		return [];
	}

	/** Sends what waits in the batch now. */
	async flush(): Promise<Delivery[]> {
		const events = this.#batch;
		this.#batch = [];
		return this.#deliverAll(events);
	}

	/** Where webhooks of this object go. */
	urlOf(object: string): string | null {
		return this.subscriptions.get(object)?.callback_url ?? this.#settings.webhook;
	}

	secretOf(object: string): string {
		return (object === 'instagram' && this.#settings.instagramAppSecret) || this.#settings.appSecret;
	}

	close(): void {
		this.#closed = true;
	}

	clear(): void {
		this.#batch = [];
		this.bodies.clear();
		this.subscriptions.clear();
	}

	async #deliverAll(events: WebhookEvent[]): Promise<Delivery[]> {
		const byObject = Map.groupBy(events, ({ object }) => object);
		const sent = [...byObject].map(([object, own]) => {
			const asked = own.filter((event) => this.#isSubscribed(event));
			const unasked = own.filter((event) => !asked.includes(event));
			return Promise.all([
				...(asked.length > 0 ? [this.#deliver(object, asked, this.urlOf(object))] : []),
				...(unasked.length > 0 ? [this.#deliver(object, unasked, null)] : []),
			]);
		});
		return (await Promise.all(sent)).flat();
	}

	// An address given by hand stands for an app with every field ticked in its dashboard.
	#isSubscribed(event: WebhookEvent): boolean {
		return this.subscriptions.get(event.object)?.fields.includes(event.field) ?? true;
	}

	async #deliver(object: string, events: WebhookEvent[], url: string | null): Promise<Delivery> {
		const body = metaJson({ object, entry: entriesOf(events, this.#clock()) });
		const delivery: Delivery = {
			id: randomUUID(),
			at: new Date(this.#clock()).toISOString(),
			field: [...new Set(events.map((event) => event.field))].join(','),
			url,
			attempts: [],
			done: url === null,
			...(url === null && this.urlOf(object) !== null && { notSubscribed: true }),
		};
		this.#ledger.deliveries.set(delivery.id, delivery);
		this.bodies.set(delivery.id, body);
		this.#ledger.tell({ type: 'delivery', delivery });
		if (url === null) return delivery;
		await this.#attempt(delivery, object, body);
		if (this.#settings.duplicateWebhooks && delivery.done) await this.#attempt(delivery, object, body);
		return delivery;
	}

	async #attempt(delivery: Delivery, object: string, body: string): Promise<void> {
		const url = this.urlOf(object);
		if (this.#closed || url === null) return;
		const attempt = await post(url, body, signatureOf(body, this.secretOf(object)));
		delivery.attempts.push({
			at: new Date(this.#clock()).toISOString(),
			status: attempt.status,
			ms: attempt.ms,
		});
		if (attempt.status === 200) delivery.done = true;
		this.#ledger.tell({ type: 'delivery', delivery });
		if (delivery.done) return;
		const delay = this.#settings.retryDelaysMs[delivery.attempts.length - 1];
		if (delay === undefined) delivery.done = true;
		else this.#later.after(delay, () => void this.#attempt(delivery, object, body));
	}
}

function entriesOf(events: WebhookEvent[], time: number): unknown[] {
	return [...Map.groupBy(events, ({ entry }) => entry)].flatMap(([id, own]) => {
		const changes = own.flatMap((event) =>
			event.change ? [{ value: event.change, field: event.field }] : [],
		);
		const messaging = own.flatMap((event) => (event.messaging ? [event.messaging] : []));
		const inEntry = own.flatMap((event) => (event.inEntry ? [event.inEntry] : []));
		// News about the account carry a time of their own, in seconds; messages carry theirs inside.
		const aboutAccount = changes.some(({ field }) => !conversationFields.includes(field));
		return [
			...(messaging.length > 0 ? [{ id, time, messaging }] : []),
			...(changes.length > 0
				? [{ id, ...(aboutAccount ? { time: Math.floor(time / 1000) } : {}), changes }]
				: []),
			...inEntry.map((content) => ({ id, time: Math.floor(time / 1000), ...content })),
		];
	});
}

/** Posts a webhook body once. */
export async function post(url: string, body: string, signature?: string, contentType = 'application/json') {
	const started = performance.now();
	const took = () => Math.round(performance.now() - started);
	try {
		const response = await fetch(url, {
			method: 'POST',
			body,
			headers: {
				'content-type': contentType,
				'user-agent': 'facebookexternalua',
				...(signature && { 'x-hub-signature-256': signature }),
			},
			signal: AbortSignal.timeout(answerWithinMs),
			redirect: 'manual',
		});
		return { status: response.status as number | string, text: await response.text(), ms: took() };
	} catch (error) {
		const cause =
			error instanceof Error
				? ((error.cause as { code?: string } | undefined)?.code ?? error.name)
				: String(error);
		return { status: cause, text: '', ms: took() };
	}
}
