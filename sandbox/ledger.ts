import { EventEmitter } from 'node:events';
import type {
	Change,
	Conversation,
	Customer,
	Delivery,
	Message,
	Refusal,
	Template,
	Violation,
} from './records.ts';
import type { Channel } from './world.ts';

export type * from './records.ts';

export type StoredFile = { id: string; type: string; bytes: number; at: string; file?: Buffer };

/** Everything that has happened, kept by the sandbox alone. */
export class Ledger {
	readonly customers = new Map<string, Customer>();
	readonly conversations = new Map<string, Conversation>();
	readonly messages = new Map<string, Message>();
	readonly deliveries = new Map<string, Delivery>();
	readonly templates = new Map<string, Template>();
	/** Files that were uploaded, and those that customers sent, with what is in them. */
	readonly media = new Map<string, StoredFile>();
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
		if (!conversation) throw new Error(`Customer ${customer.id} has no conversation in the ledger.`);
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
