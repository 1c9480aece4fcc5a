import type { Conversation, Customer, ThreadOwner } from '../../ledger.ts';
import type { Context } from '../../context.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import type { WebhookEvent } from '../../meta/webhooks.ts';
import { tellConversation } from '../tell.ts';

/** Whether Meta Business Agent answers this customer now. */
export function agentHolds(conversation: Conversation): boolean {
	return conversation.agent.owner === 'agent';
}

/** Gives the thread to somebody else. */
export function setOwner(context: Context, conversation: Conversation, owner: ThreadOwner): void {
	if (conversation.agent.owner === owner) return;
	conversation.agent.owner = owner;
	conversation.agent.since = context.clock();
	tellConversation(context, conversation);
}

/**
 * A message of a WhatsApp customer on its way to the app. A thread that nobody holds goes to the agent where it is
 * enabled; while the agent holds it, the app only listens.
 */
export function customerEvent(
	context: Context,
	customer: Customer,
	id: string,
	at: number,
	content: object,
): WebhookEvent {
	const conversation = context.ledger.conversationOf(customer);
	if (conversation.agent.owner === 'idle')
		setOwner(context, conversation, conversation.agent.enabled ? 'agent' : 'business');
	const event = whatsapp.customerMessage(customer, id, at, content);
	return agentHolds(conversation) ? whatsapp.toStandby(event, context.settings.standbyForm) : event;
}
