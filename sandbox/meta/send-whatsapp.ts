import type { Message } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import { setOwner } from '../customers/agent/thread.ts';
import { isObject } from '../http.ts';
import { messageId } from '../ids.ts';
import { checkHeldByAgent } from '../referee/held-by-agent.ts';
import { checkShopLimits } from '../referee/shop-limits.ts';
import { recordViolation, checkRepeated, checkStopped } from '../referee/violations.ts';
import { noteAnswer, windowOpen } from '../referee/windows.ts';
import { world } from '../world.ts';
import { graphError, type GraphError } from './errors.ts';
import { laterFailure, windowClosed } from './later-failure.ts';
import { scheduleFailure, scheduleStatuses } from './statuses.ts';
import { matchTemplate, type TemplateMatch } from './template-match.ts';
import { addressOf, limitError, type Address } from './whatsapp-address.ts';
import { contentProblem, renderContent } from './whatsapp-content.ts';

export type SendResult = { answer: unknown; message: Message } | { error: GraphError };

/** `POST /{phone-number-id}/messages`: checks the body as Meta does, records the message and schedules its statuses. */
export function sendWhatsApp(context: Context, body: Record<string, unknown>, fault?: Fault): SendResult {
	const address = addressOf(context, body);
	if ('code' in address) return { error: address };
	const { customer } = address;
	if (customer) checkStopped(context, customer, body);
	if (customer) checkHeldByAgent(context, customer, body);
	const problem = contentProblem(body);
	if (problem) return { error: graphError(100, 'Invalid parameter', problem) };
	const limit = limitError(context, address);
	if (limit) return { error: limit };

	let template: TemplateMatch | undefined;
	if (body['type'] === 'template') {
		const match = matchTemplate(context, body['template'], world.whatsapp.account);
		if ('error' in match) {
			if (match.notSendable)
				recordViolation(
					context,
					'template_not_sendable',
					String(match.error.details),
					customer ?? null,
					body,
				);
			return { error: match.error };
		}
		template = match;
	}
	const open = windowOpen(customer && context.ledger.conversationOf(customer), context.clock());
	if (!template && !open) {
		const details = `Free-form message outside the 24 h window of ${customer ? `${customer.id} (${customer.name})` : address.input}.`;
		recordViolation(context, 'outside_window', details, customer ?? null, body);
		if (context.settings.windowErrors === 'sync')
			return { error: graphError(windowClosed.code, windowClosed.title, windowClosed.details) };
	}
	const message = record(context, body, address, template, open);
	const failure = laterFailure(context, address, template?.template, open, fault);
	const held = fault?.mode === 'held';
	if (failure) scheduleFailure(context, message, address.number, failure);
	else if (!held) scheduleStatuses(context, message, address.number);
	return { message, answer: answerOf(message, address, held) };
}

function record(
	context: Context,
	body: Record<string, unknown>,
	address: Address,
	match: TemplateMatch | undefined,
	open: boolean,
): Message {
	const conversation = address.customer && context.ledger.conversationOf(address.customer);
	const text = match ? match.text : renderContent(body);
	const owner = conversation?.agent.owner;
	const callbackData = body['biz_opaque_callback_data'];
	const message = context.ledger.addMessage({
		id: messageId('whatsapp'),
		channel: 'whatsapp',
		account: world.whatsapp.phoneNumberId,
		customer: address.customer?.id ?? null,
		direction: 'out',
		via: 'api',
		type: String(body['type'] ?? 'text'),
		...(text && { text }),
		...(match && {
			template: {
				name: match.template.name,
				language: match.template.language,
				category: match.template.category,
			},
		}),
		at: now(context),
		windowOpenAtSend: open,
		...(owner && owner !== 'business' && { ownerAtSend: owner }),
		...(typeof callbackData === 'string' && { callbackData }),
		states: {},
		body,
	});
	checkRepeated(context, message, body);
	checkShopLimits(context, message, body);
	if (!conversation) return message;
	noteAnswer(conversation, context.clock());
	// Meta (2026-08-04): a service message takes the thread over. A template does not, and nobody is told: `control_taken`
	// goes to the owner before, which is Meta's own agent.
	if (!match) setOwner(context, conversation, 'business');
	return message;
}

function answerOf(message: Message, address: Address, held: boolean): unknown {
	const { customer } = address;
	const contact = {
		input: address.input,
		...(address.number && { wa_id: address.number }),
		...(customer?.userId && !(address.number && customer.hidesPhone) && { user_id: customer.userId }),
	};
	const status = message.template && { message_status: held ? 'held_for_quality_assessment' : 'accepted' };
	return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: message.id, ...status }] };
}

/** Mark as read, and with `typing_indicator` show typing: needs the id of a message that came in. */
export function markRead(
	context: Context,
	body: Record<string, unknown>,
): { answer: unknown } | { error: GraphError } {
	const message = context.ledger.messages.get(String(body['message_id']));
	if (!message || message.direction !== 'in') {
		return {
			error: graphError(
				100,
				'Invalid parameter',
				`message_id ${JSON.stringify(body['message_id'])} is no message of a customer.`,
			),
		};
	}
	const typing = body['typing_indicator'];
	if (typing !== undefined && !(isObject(typing) && typing['type'] === 'text')) {
		return { error: graphError(100, 'Invalid parameter', 'typing_indicator must be {"type":"text"}.') };
	}
	message.states.read ??= now(context);
	context.ledger.tell({ type: 'message', message });
	if (typing) context.ledger.tell({ type: 'typing', customer: message.customer });
	return { answer: { success: true } };
}
