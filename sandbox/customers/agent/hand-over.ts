import type { Customer } from '../../ledger.ts';
import type { Context } from '../../context.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import type { WebhookEvent } from '../../meta/webhooks.ts';
import { agentHolds, setOwner } from './thread.ts';
import { summaryOf } from './words.ts';

export const contextKinds = ['summary', 'history', 'none'] as const;
export type ContextKind = (typeof contextKinds)[number];

const historyLength = 20;

/** The agent gives the thread to the business, which hears of it with what was said so far. Nothing to tell where it holds none. */
export function handOver(
	context: Context,
	customer: Customer,
	given: { note?: string; context?: ContextKind } = {},
): WebhookEvent[] {
	const conversation = context.ledger.conversationOf(customer);
	if (!agentHolds(conversation)) return [];
	setOwner(context, conversation, 'business');
	const change = {
		type: 'control_passed' as const,
		previous: whatsapp.agentRole,
		next: whatsapp.businessRole,
		...(given.note !== undefined && { note: given.note }),
		...(given.context !== 'none' && {
			context: conversationContext(context, customer, given.context ?? 'summary'),
		}),
	};
	return [whatsapp.handover(customer, change, context.clock(), context.settings.handoverForm)];
}

/** The agent takes the thread; the business hears of it only when it held one with this customer. */
export function takeOver(
	context: Context,
	customer: Customer,
	given: { note?: string } = {},
): WebhookEvent[] {
	const conversation = context.ledger.conversationOf(customer);
	const { owner } = conversation.agent;
	setOwner(context, conversation, 'agent');
	if (owner !== 'business' || context.ledger.messagesOf(customer.id).length === 0) return [];
	const change = {
		type: 'control_taken' as const,
		previous: whatsapp.businessRole,
		next: whatsapp.agentRole,
		...(given.note !== undefined && { note: given.note }),
	};
	return [whatsapp.handover(customer, change, context.clock(), context.settings.handoverForm)];
}

/** What was said so far, as one sentence or message by message. */
export function conversationContext(
	context: Context,
	customer: Customer,
	kind: Exclude<ContextKind, 'none'>,
): object {
	const messages = context.ledger.messagesOf(customer.id).filter((message) => message.text);
	if (kind === 'summary') {
		const last = messages.findLast((message) => message.direction === 'in')?.text ?? '';
		return { type: 'summary', summary: { text: summaryOf(context.settings.lang, last) } };
	}
	const items = messages.slice(-historyLength).map((message) => ({
		sender_type: message.direction === 'in' ? 'user' : message.via === 'agent' ? 'ai_agent' : 'business',
		type: 'text',
		text: { body: message.text },
	}));
	return { type: 'history', history: { items } };
}
