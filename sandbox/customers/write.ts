import type { Conversation, Customer, Message } from '../books.ts';
import { now, type Context } from '../context.ts';
import { messageId } from '../ids.ts';
import * as messenger from '../meta/payloads/messenger.ts';
import * as whatsapp from '../meta/payloads/whatsapp.ts';
import type { WebhookEvent } from '../meta/webhooks.ts';
import { noteAction, noteAnswer } from '../referee/windows.ts';
import { asksToStart, asksToStop } from '../referee/stop-words.ts';

type Inbound = { type: string; text: string; at: number; action?: string; content?: object };

/** The customer writes (or taps a button): books the message and answers it with the webhook event that tells of it. */
export function customerWrites(
	context: Context,
	customer: Customer,
	inbound: Inbound,
): { message: Message; event: WebhookEvent } {
	const conversation = context.books.conversationOf(customer);
	const message = context.books.addMessage({
		id: messageId(customer.channel),
		channel: customer.channel,
		account: conversation.account,
		customer: customer.id,
		direction: 'in',
		via: 'customer',
		type: inbound.type,
		text: inbound.text,
		at: new Date(inbound.at).toISOString(),
		states: {},
	});
	noteInbound(conversation, inbound.action ?? 'message', inbound.text, inbound.at);
	tellConversation(context, conversation);
	const build = customer.channel === 'whatsapp' ? whatsapp.customerMessage : messenger.customerMessage;
	const text =
		customer.channel === 'whatsapp' ? { type: 'text', text: { body: inbound.text } } : { text: inbound.text };
	return { message, event: build(customer, message.id, inbound.at, inbound.content ?? text) };
}

function noteInbound(conversation: Conversation, action: string, text: string, at: number): void {
	noteAction(conversation, action, at);
	conversation.lastInboundAt = Math.max(conversation.lastInboundAt ?? 0, at);
	if (asksToStop(text)) conversation.stopped = { at, text };
	else if (asksToStart(text) && conversation.stopped && at >= conversation.stopped.at)
		conversation.stopped = null;
}

/** A person at the business writes in the Business app or the inbox: no window binds them there. */
export function businessWrites(
	context: Context,
	customer: Customer,
	text: string,
): { message: Message; event: WebhookEvent } {
	const at = context.clock();
	const conversation = context.books.conversationOf(customer);
	const message = context.books.addMessage({
		id: messageId(customer.channel),
		channel: customer.channel,
		account: conversation.account,
		customer: customer.id,
		direction: 'out',
		via: 'app',
		type: 'text',
		text,
		at: now(context),
		states: { sent: now(context), delivered: now(context) },
	});
	noteAnswer(conversation, at);
	const event =
		customer.channel === 'whatsapp'
			? whatsapp.businessAppMessage(customer, message, at)
			: messenger.echo(customer, message, at);
	return { message, event };
}

/** Tells watchers that a conversation's books changed. */
export function tellConversation(context: Context, conversation: Conversation): void {
	context.books.tell({ type: 'conversation', conversation });
}
