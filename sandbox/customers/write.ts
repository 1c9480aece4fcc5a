import type { Conversation, Customer, Message } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import { messageId } from '../ids.ts';
import * as messenger from '../meta/payloads/messenger.ts';
import * as whatsapp from '../meta/payloads/whatsapp.ts';
import type { WebhookEvent } from '../meta/webhooks.ts';
import { noteStopWords } from '../referee/wishes.ts';
import { noteAction, noteAnswer, opensWindow } from '../referee/windows.ts';
import { answerLater } from './agent/speak.ts';
import { customerEvent, setOwner } from './agent/thread.ts';
import { tellConversation } from './tell.ts';

type Inbound = {
	type: string;
	text: string;
	at: number;
	action?: string;
	content?: object;
	/** Makes the event where it is no ordinary message. */
	build?: (id: string) => WebhookEvent;
};

/** The customer writes (or taps a button): records the message and answers it with the webhook event that tells of it. */
export function customerWrites(
	context: Context,
	customer: Customer,
	inbound: Inbound,
): { message: Message; event: WebhookEvent } {
	const conversation = context.ledger.conversationOf(customer);
	const message = context.ledger.addMessage({
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
	const event = inbound.build?.(message.id) ?? messageEvent(context, customer, message.id, inbound);
	answerLater(context, customer, inbound.text);
	return { message, event };
}

function messageEvent(context: Context, customer: Customer, id: string, inbound: Inbound): WebhookEvent {
	const { text, at } = inbound;
	if (customer.channel === 'whatsapp')
		return customerEvent(
			context,
			customer,
			id,
			at,
			inbound.content ?? { type: 'text', text: { body: text } },
		);
	return messenger.customerMessage(customer, id, at, inbound.content ?? { text });
}

// What opens no window is not taken for something the customer said.
function noteInbound(conversation: Conversation, action: string, text: string, at: number): void {
	if (!opensWindow(conversation.channel, action)) return;
	noteAction(conversation, action, at);
	conversation.lastInboundAt = Math.max(conversation.lastInboundAt ?? 0, at);
	noteStopWords(conversation, text, at);
}

/** A person at the business writes in the Business app or the inbox: no window binds them there. */
export function businessWrites(
	context: Context,
	customer: Customer,
	text: string,
	how: { field?: whatsapp.EchoField; creation?: string } = {},
): { message: Message; event: WebhookEvent } {
	const at = context.clock();
	const conversation = context.ledger.conversationOf(customer);
	setOwner(context, conversation, 'business');
	const message = context.ledger.addMessage({
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
			? whatsapp.businessAppMessage(customer, message, at, how)
			: messenger.echo(customer, message, at);
	return { message, event };
}
