import type { Customer, Message } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import { isObject } from '../http.ts';
import { messageId } from '../ids.ts';
import { checkShopLimits } from '../referee/shop-limits.ts';
import { recordViolation, checkRepeated, checkStopped } from '../referee/violations.ts';
import { windowOpen } from '../referee/windows.ts';
import { accountOf, world, type Channel } from '../world.ts';
import { graphError, type GraphError } from './errors.ts';
import { contentError, tagError } from './messenger-content.ts';
import { echo } from './payloads/messenger.ts';
import type { SendResult } from './send-whatsapp.ts';
import { scheduleStatuses } from './statuses.ts';
import { matchTemplate } from './template-match.ts';

const windowClosed: Record<'messenger' | 'instagram', GraphError> = {
	messenger: graphError(10, 'This message is sent outside of allowed window.', undefined, 2018278),
	instagram: graphError(10, 'This message is sent outside of allowed window.', undefined, 2534022),
};

/** `POST /{page-id|ig-id|me}/messages`: Messenger and Instagram alike. */
export function sendMessenger(
	context: Context,
	body: Record<string, unknown>,
	path: Channel | undefined,
): SendResult | { answer: unknown } {
	const recipient = isObject(body['recipient']) ? body['recipient'] : {};
	if (typeof recipient['id'] !== 'string') {
		return {
			error: graphError(
				100,
				'Invalid parameter',
				'recipient must be {"id": …} with a page-scoped or Instagram-scoped id; the sandbox knows no private replies.',
			),
		};
	}
	// A Page id serves Instagram too, when the Instagram account is linked to it.
	const messengerCustomer =
		path === 'instagram' ? undefined : context.ledger.findContact('messenger', recipient['id']);
	const customer = messengerCustomer ?? context.ledger.findContact('instagram', recipient['id']);
	if (!customer) {
		return {
			error:
				path === 'instagram'
					? graphError(100, 'The requested user cannot be found.', undefined, 2534014)
					: graphError(100, 'No matching user found', undefined, 2018001),
		};
	}
	if (typeof body['sender_action'] === 'string')
		return senderAction(context, customer, body['sender_action']);
	checkStopped(context, customer, body);
	const error = tagError(context, customer, body) ?? contentError(customer.channel, body);
	if (error) return { error };
	const open = windowOpen(context.ledger.conversationOf(customer), context.clock());
	if (body['messaging_type'] === 'UTILITY') return sendUtility(context, customer, body, open);
	if (!open) {
		recordViolation(
			context,
			'outside_window',
			`Message outside the 24 h window of ${customer.id} (${customer.name}).`,
			customer,
			body,
		);
		return { error: windowClosed[customer.channel === 'instagram' ? 'instagram' : 'messenger'] };
	}
	const text = (body['message'] as Record<string, unknown>)['text'];
	return accept(context, customer, body, {
		type: typeof text === 'string' ? 'text' : 'attachment',
		text,
		open,
	});
}

function sendUtility(
	context: Context,
	customer: Customer,
	body: Record<string, unknown>,
	open: boolean,
): SendResult {
	if (customer.channel === 'instagram')
		return { error: graphError(100, 'Invalid parameter', 'Instagram has no utility messages.') };
	const match = matchTemplate(
		context,
		(body['message'] as Record<string, unknown>)['template'],
		world.messenger.page,
	);
	if ('error' in match) {
		if (match.notSendable)
			recordViolation(context, 'template_not_sendable', String(match.error.details), customer, body);
		return { error: match.error };
	}
	const { name, language, category } = match.template;
	return accept(context, customer, body, {
		type: 'template',
		text: match.text,
		open,
		template: { name, language, category },
	});
}

type Content = { type: string; text: unknown; open: boolean; template?: Message['template'] };

function accept(
	context: Context,
	customer: Customer,
	body: Record<string, unknown>,
	content: Content,
): SendResult {
	const message = context.ledger.addMessage({
		id: messageId(customer.channel),
		channel: customer.channel,
		account: accountOf(customer.channel),
		customer: customer.id,
		direction: 'out',
		via: 'api',
		type: content.type,
		...(typeof content.text === 'string' && { text: content.text }),
		...(content.template && { template: content.template }),
		at: now(context),
		windowOpenAtSend: content.open,
		states: {},
		body,
	});
	checkRepeated(context, message, body);
	checkShopLimits(context, message, body);
	scheduleStatuses(context, message, null);
	void context.webhooks.emit(echo(customer, message, context.clock()));
	return { message, answer: { recipient_id: customer.contactId, message_id: message.id } };
}

function senderAction(
	context: Context,
	customer: Customer,
	action: string,
): { answer: unknown } | { error: GraphError } {
	const known = ['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact'];
	if (!known.includes(action))
		return {
			error: graphError(
				100,
				'Invalid parameter',
				`sender_action is ${JSON.stringify(action)}; it must be one of ${known.join(', ')}.`,
			),
		};
	if (action === 'typing_on') context.ledger.tell({ type: 'typing', customer: customer.id });
	if (action === 'mark_seen') {
		for (const message of context.ledger.messagesOf(customer.id))
			if (message.direction === 'in') message.states.read ??= now(context);
	}
	return { answer: { recipient_id: customer.contactId } };
}
