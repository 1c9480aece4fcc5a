import { EventEmitter } from 'node:events';
import type { Channel } from './world.ts';

export type Customer = {
	id: string;
	name: string;
	channel: Channel;
	/** wa_id (or the BSUID when there is no phone), PSID, IGSID. */
	contactId: string;
	/** The business-scoped user ID (BSUID); WhatsApp only. */
	userId?: string;
	previousUserIds?: string[];
	/** With country code and `+`; WhatsApp only. */
	phone?: string;
	username?: string;
	createdAt: string;
};

export type MessageError = { code: number; subcode?: number; title: string; details: string };

export type Message = {
	id: string;
	channel: Channel;
	account: string;
	/** The customer's id in these books; null when nobody has the address it was sent to. */
	customer: string | null;
	direction: 'in' | 'out';
	via: 'customer' | 'api' | 'app';
	type: string;
	text?: string;
	template?: { name: string; language: string; category: string };
	at: string;
	windowOpenAtSend?: boolean;
	callbackData?: string;
	states: { sent?: string; delivered?: string; read?: string; failed?: string };
	error?: MessageError;
	reaction?: string;
	/** The body the API was given; for tests. */
	body?: unknown;
};

export type Conversation = {
	key: string;
	channel: Channel;
	account: string;
	customer: string;
	/** When the customer last did something that opens the window, and what. */
	windowOpenedAt: number | null;
	windowOpenedBy: string | null;
	/** Since when the customer has asked to be left alone, in which words. */
	stopped: { at: number; text: string } | null;
	/** When the customer last wrote; ends a silence. */
	lastInboundAt: number | null;
	marketingStopped: boolean;
	/** WhatsApp free entry point: the ad brought the customer at `openedAt`; free for 72 h from our first answer. */
	entryPoint: { openedAt: number; answeredAt: number | null } | null;
};

export type Delivery = {
	id: string;
	at: string;
	field: string;
	url: string | null;
	attempts: { at: string; status: number | string; ms: number }[];
	done: boolean;
};

export type Refusal = {
	at: string;
	code: number;
	subcode?: number;
	message: string;
	to: string | null;
	body: unknown;
};
export type Violation = {
	at: string;
	kind: string;
	details: string;
	customer: string | null;
	body?: unknown;
};

export type Template = {
	id: string;
	/** The WhatsApp account or the Page that owns it. */
	owner: string;
	name: string;
	language: string;
	status: string;
	category: string;
	parameter_format: 'POSITIONAL' | 'NAMED';
	components: { type: string; [key: string]: unknown }[];
	quality_score: { score: string };
	rejected_reason?: string;
};

export type Change = { type: string; [key: string]: unknown };

/** Everything that has happened, kept by the sandbox alone. */
export class Books {
	readonly customers = new Map<string, Customer>();
	readonly conversations = new Map<string, Conversation>();
	readonly messages = new Map<string, Message>();
	readonly deliveries = new Map<string, Delivery>();
	readonly templates = new Map<string, Template>();
	readonly media = new Map<string, { id: string; type: string; bytes: number; at: string }>();
	/** Service (non-template) WhatsApp messages sent, by month: `2026-10` → how many. */
	readonly serviceMessages = new Map<string, number>();
	/** Accounts whose events the app asked for with `subscribed_apps`. */
	readonly subscribed = new Set<string>();
	refusals: Refusal[] = [];
	violations: Violation[] = [];
	handshakes: { at: string; url: string; ok: boolean; status: number | string; answer: string }[] = [];
	readonly #byCustomer = new Map<string, Message[]>();
	readonly #byAddress = new Map<string, string>();
	readonly #changes = new EventEmitter().setMaxListeners(0);

	/** Calls back on every change, until the returned function is called. */
	watch(listener: (change: Change) => void): () => void {
		this.#changes.on('change', listener);
		return () => this.#changes.off('change', listener);
	}

	/** Tells those who watch. */
	tell(change: Change): void {
		this.#changes.emit('change', change);
	}

	addMessage(message: Message): Message {
		this.messages.set(message.id, message);
		const key = message.customer ?? '';
		const list = this.#byCustomer.get(key);
		if (list) list.push(message);
		else this.#byCustomer.set(key, [message]);
		this.tell({ type: 'message', message });
		return message;
	}

	/** The messages with one customer in the order they were booked. */
	messagesOf(customer: string | null): Message[] {
		return this.#byCustomer.get(customer ?? '') ?? [];
	}

	addCustomer(customer: Customer, conversation: Conversation): void {
		this.customers.set(customer.id, customer);
		this.conversations.set(customer.id, conversation);
		this.address(customer);
		this.tell({ type: 'customer', customer });
	}

	/** Notes under which ids a customer can be reached; the ids of before stop working. */
	address(customer: Customer, before?: Customer): void {
		for (const id of [before?.contactId, before?.userId])
			if (id) this.#byAddress.delete(`${customer.channel}:${id}`);
		for (const id of [customer.contactId, customer.userId])
			if (id) this.#byAddress.set(`${customer.channel}:${id}`, customer.id);
	}

	/** The customer whom this wa_id, BSUID, PSID or IGSID reaches now. */
	findContact(channel: Channel, address: string): Customer | undefined {
		return this.customers.get(this.#byAddress.get(`${channel}:${address}`) ?? '');
	}

	/** The one conversation of a customer with the business. */
	conversationOf(customer: Customer): Conversation {
		const conversation = this.conversations.get(customer.id);
		if (!conversation) throw new Error(`Customer ${customer.id} has no conversation in the books.`);
		return conversation;
	}

	empty(): void {
		for (const map of [
			this.customers,
			this.conversations,
			this.messages,
			this.deliveries,
			this.templates,
			this.media,
			this.serviceMessages,
		])
			map.clear();
		this.subscribed.clear();
		this.#byCustomer.clear();
		this.#byAddress.clear();
		this.refusals = [];
		this.violations = [];
		this.handshakes = [];
		this.tell({ type: 'reset' });
	}
}
