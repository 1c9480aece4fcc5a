import type { Customer, Delivery } from '../books.ts';
import type { Context } from '../context.ts';
import { messageId, userId } from '../ids.ts';
import * as messenger from '../meta/payloads/messenger.ts';
import * as whatsapp from '../meta/payloads/whatsapp.ts';
import { readAll } from '../meta/statuses.ts';
import type { WebhookEvent } from '../meta/webhooks.ts';
import { noteAction } from '../referee/windows.ts';
import { accountOf, world } from '../world.ts';
import { customerWrites, tellConversation } from './write.ts';

type Input = Record<string, unknown>;
type Outcome = { events: WebhookEvent[]; result?: object } | { problem: string };
type Doing = (context: Context, customer: Customer, input: Input, at: number) => Outcome;

const onlyWhatsApp = (customer: Customer) =>
	customer.channel === 'whatsapp'
		? null
		: `This happens on WhatsApp only; the customer is on ${customer.channel}.`;

const kinds: Record<string, Doing> = {
	reaction(context, customer, input, at) {
		const emoji = input['emoji'] === null ? null : String(input['emoji'] ?? '👍');
		const mid = String(input['messageId'] ?? lastFromBusiness(context, customer) ?? '');
		if (!mid) return { problem: 'There is no message of the business to react to; give "messageId".' };
		const target = context.books.messages.get(mid);
		if (target) target.reaction = emoji ?? undefined;
		if (target) context.books.tell({ type: 'message', message: target });
		if (emoji) act(context, customer, 'reaction', at);
		const id = messageId(customer.channel);
		const content = { type: 'reaction', reaction: { message_id: mid, ...(emoji && { emoji }) } };
		return {
			events: [
				customer.channel === 'whatsapp'
					? whatsapp.customerMessage(customer, id, at, content)
					: messenger.reaction(customer, mid, at, emoji),
			],
		};
	},
	button(context, customer, input, at) {
		const text = String(input['text'] ?? 'Sí');
		const payload = String(input['payload'] ?? text);
		const mid = lastFromBusiness(context, customer);
		const quoted = mid ? { context: { from: world.whatsapp.displayNumber.replace(/\D/g, ''), id: mid } } : {};
		const tap = input['interactive']
			? {
					type: 'interactive',
					...quoted,
					interactive: { type: 'button_reply', button_reply: { id: payload, title: text } },
				}
			: { type: 'button', ...quoted, button: { payload, text } };
		const content = customer.channel === 'whatsapp' ? tap : { text, quick_reply: { payload } };
		const { message, event } = customerWrites(context, customer, {
			type: 'button',
			text,
			at,
			action: 'button',
			content,
		});
		return { events: [event], result: { message } };
	},
	postback(context, customer, input, at) {
		if (customer.channel === 'whatsapp') return { problem: 'WhatsApp has no postbacks; use kind "button".' };
		act(context, customer, 'postback', at);
		const title = String(input['title'] ?? input['text'] ?? 'Get Started');
		return {
			events: [
				messenger.postback(
					customer,
					messageId(customer.channel),
					at,
					title,
					String(input['payload'] ?? 'GET_STARTED'),
				),
			],
		};
	},
	read(context, customer) {
		return { events: [], result: { read: readAll(context, customer).map((message) => message.id) } };
	},
	stop_marketing: (context, customer, _input, at) => preference(context, customer, 'stop', at),
	resume_marketing: (context, customer, _input, at) => preference(context, customer, 'resume', at),
	new_user_id(context, customer, input, at) {
		const problem = onlyWhatsApp(customer);
		if (problem) return { problem };
		const before = { ...customer };
		if (before.userId) customer.previousUserIds = [...(customer.previousUserIds ?? []), before.userId];
		customer.userId = userId(before.userId?.slice(0, 2) ?? 'CO');
		if (typeof input['phone'] === 'string') customer.phone = input['phone'];
		customer.contactId = customer.phone?.slice(1) ?? customer.userId;
		context.books.address(customer, before);
		const conversation = context.books.conversationOf(customer);
		conversation.key = `whatsapp:${conversation.account}:${customer.contactId}`;
		context.books.tell({ type: 'customer', customer });
		return {
			events: [whatsapp.customerChanged(before, customer, messageId('whatsapp'), at)],
			result: { customer },
		};
	},
	call(context, customer, _input, at) {
		const problem = onlyWhatsApp(customer);
		if (problem) return { problem };
		act(context, customer, 'call', at);
		return { events: [whatsapp.call(customer, messageId('whatsapp'), at)] };
	},
	referral(context, customer, input, at) {
		if (customer.channel !== 'whatsapp') {
			act(context, customer, 'referral', at);
			return { events: [messenger.referral(customer, at, String(input['ref'] ?? 'sandbox'))] };
		}
		// A click on a Click-to-WhatsApp ad becomes visible with the first message, which opens the free entry point.
		const text = String(input['text'] ?? 'Hola, vi su anuncio');
		const referral = {
			source_type: 'ad',
			source_id: '700000000000001',
			source_url: 'https://fb.me/sandbox',
			headline: 'Sandbox',
			body: 'Sandbox',
			media_type: 'image',
			ctwa_clid: `sandbox-${at}`,
		};
		context.books.conversationOf(customer).entryPoint = { openedAt: at, answeredAt: null };
		const content = { type: 'text', text: { body: text }, referral };
		const { message, event } = customerWrites(context, customer, {
			type: 'text',
			text,
			at,
			action: 'referral',
			content,
		});
		return { events: [event], result: { message } };
	},
};

/** The kinds of events a customer can make. */
export const eventKinds = Object.keys(kinds);

/** Something else than writing that a customer does; books it and sends the webhook. */
export async function customerDoes(
	context: Context,
	customer: Customer,
	input: Input,
	at: number,
): Promise<{ problem: string } | { result: object; sent: Promise<Delivery[]> }> {
	const kind = kinds[String(input['kind'])];
	if (!kind)
		return {
			problem: `Event kind ${JSON.stringify(input['kind'])} is not known; use one of ${eventKinds.join(', ')}.`,
		};
	const outcome = kind(context, customer, input, at);
	if ('problem' in outcome) return outcome;
	return { result: outcome.result ?? {}, sent: context.webhooks.emit(...outcome.events) };
}

function act(context: Context, customer: Customer, action: string, at: number): void {
	const conversation = context.books.conversationOf(customer);
	noteAction(conversation, action, at);
	tellConversation(context, conversation);
}

function preference(context: Context, customer: Customer, value: 'stop' | 'resume', at: number): Outcome {
	const problem = onlyWhatsApp(customer);
	if (problem) return { problem };
	const conversation = context.books.conversationOf(customer);
	conversation.marketingStopped = value === 'stop';
	tellConversation(context, conversation);
	return { events: [whatsapp.marketingPreference(customer, value, at)] };
}

function lastFromBusiness(context: Context, customer: Customer): string | undefined {
	const account = accountOf(customer.channel);
	return context.books
		.messagesOf(customer.id)
		.findLast((message) => message.direction === 'out' && message.account === account)?.id;
}
