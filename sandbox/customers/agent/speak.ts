import type { Customer, Message } from '../../ledger.ts';
import { now, type Context } from '../../context.ts';
import { messageId } from '../../ids.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { scheduleStatuses } from '../../meta/statuses.ts';
import type { WebhookEvent } from '../../meta/webhooks.ts';
import { asksToStop } from '../../referee/stop-words.ts';
import { handOver } from './hand-over.ts';
import { agentHolds } from './thread.ts';
import { answerOf, asksForPerson, goodbyeOf, handsOverOf } from './words.ts';

/** Meta Business Agent says something: no send of the app, which hears of it as an echo. */
export function agentWrites(
	context: Context,
	customer: Customer,
	text: string,
): { message: Message; event: WebhookEvent } {
	const message = context.ledger.addMessage({
		id: messageId(customer.channel),
		channel: customer.channel,
		account: context.ledger.conversationOf(customer).account,
		customer: customer.id,
		direction: 'out',
		via: 'agent',
		type: 'text',
		text,
		at: now(context),
		states: {},
	});
	scheduleStatuses(context, message, null);
	const event = whatsapp.agentEcho(customer, message, context.clock(), context.settings.standbyForm);
	return { message, event };
}

/** After a customer's message, if the agent still holds the thread by then, it answers; whoever asks for a person gets the business. */
export function answerLater(context: Context, customer: Customer, text: string): void {
	const conversation = context.ledger.conversationOf(customer);
	if (!agentHolds(conversation) || conversation.agent.silent) return;
	context.delays.after(context.settings.agentDelayMs, () => {
		if (agentHolds(conversation) && !conversation.agent.silent) answer(context, customer, text);
	});
}

function answer(context: Context, customer: Customer, text: string): void {
	const { lang } = context.settings;
	const handsOver = asksForPerson(text);
	const turn = context.ledger.messagesOf(customer.id).filter((message) => message.via === 'agent').length;
	const words = handsOver ? handsOverOf(lang) : asksToStop(text) ? goodbyeOf(lang) : answerOf(lang, turn);
	void context.webhooks.emit(agentWrites(context, customer, words).event);
	if (handsOver) void context.webhooks.emit(...handOver(context, customer));
}
