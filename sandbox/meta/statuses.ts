import type { Customer, Message, MessageError } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import { entryPointEnd } from '../referee/windows.ts';
import * as messenger from './payloads/messenger.ts';
import * as whatsapp from './payloads/whatsapp.ts';
import { shownNumber } from './payloads/whatsapp/frame.ts';

type State = 'sent' | 'delivered' | 'read' | 'failed';

/** After an accepted message: sent and then delivered, each after the status delay. */
export function scheduleStatuses(context: Context, message: Message, number: string | null): void {
	const delay = context.settings.statusDelayMs;
	context.delays.after(delay, () => setState(context, message, 'sent', number));
	context.delays.after(delay * 2, () => setState(context, message, 'delivered', number));
}

/** After an accepted message that will not arrive: failed, after the status delay. */
export function scheduleFailure(
	context: Context,
	message: Message,
	number: string | null,
	error: MessageError,
): void {
	context.delays.after(context.settings.statusDelayMs, () => {
		message.error = error;
		setState(context, message, 'failed', number);
	});
}

/** The customer sees the conversation: every delivered message of the business is read. */
export function readAll(context: Context, customer: Customer): Message[] {
	const unread = context.ledger
		.messagesOf(customer.id)
		.filter(
			(message) =>
				message.direction === 'out' &&
				message.states.delivered &&
				!message.states.read &&
				!message.states.failed,
		);
	const last = unread.at(-1);
	if (!last) return [];
	for (const message of unread) {
		message.states.read = now(context);
		context.ledger.tell({ type: 'message', message });
		if (customer.channel === 'whatsapp' && message.via !== 'app')
			sendStatus(context, message, 'read', shownNumber(customer) ?? null, customer);
	}
	if (customer.channel !== 'whatsapp' && !context.settings.muteStatuses) {
		void context.webhooks.emit(messenger.read(customer, last.id, context.clock()));
	}
	return unread;
}

function setState(context: Context, message: Message, state: State, number: string | null): void {
	if (message.states[state] || message.states.failed) return;
	message.states[state] = now(context);
	context.ledger.tell({ type: 'message', message });
	const customer = context.ledger.customers.get(message.customer ?? '') ?? null;
	sendStatus(context, message, state, number, customer);
}

function sendStatus(
	context: Context,
	message: Message,
	state: State,
	number: string | null,
	customer: Customer | null,
): void {
	if (context.settings.muteStatuses) return;
	const at = context.clock();
	if (message.channel === 'whatsapp') {
		const event = whatsapp.status(
			message,
			{ phone: number, customer },
			state,
			at,
			extraOf(context, message, state, customer),
		);
		// Of what the agent said the app hears as a listener.
		const byAgent = message.via === 'agent';
		void context.webhooks.emit(byAgent ? whatsapp.toStandby(event, context.settings.standbyForm) : event);
	} else if (message.channel === 'messenger' && state === 'delivered' && customer) {
		void context.webhooks.emit(messenger.delivered(customer, [message.id], at));
	}
}

function extraOf(context: Context, message: Message, state: State, customer: Customer | null): object {
	if (state === 'failed') return errorsOf(message);
	return state === 'sent' && message.via === 'api' ? priceOf(context, message, customer) : {};
}

function errorsOf(message: Message): object {
	if (!message.error) return {};
	const { code, title, details } = message.error;
	const href = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';
	return { errors: [{ code, title, message: title, error_data: { details }, href }] };
}

// Meta counts the free service messages when they are delivered; here they are counted when sent, because the price
// travels with the first status.
function priceOf(context: Context, message: Message, customer: Customer | null): object {
	const conversation = customer ? context.ledger.conversationOf(customer) : undefined;
	const month = now(context).slice(0, 7);
	const counts = context.ledger.serviceMessages;
	const service = (counts.get(month) ?? 0) + (message.template ? 0 : 1);
	counts.set(month, service);
	const entryEnd = conversation ? entryPointEnd(conversation, context.clock()) : null;
	return whatsapp.pricing(message, conversation, entryEnd, service <= context.settings.freeServiceMessages);
}
