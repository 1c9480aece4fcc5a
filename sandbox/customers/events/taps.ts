import { messageId } from '../../ids.ts';
import * as messenger from '../../meta/payloads/messenger.ts';
import { noteMarketingWish } from '../../referee/wishes.ts';
import { world } from '../../world.ts';
import { customerEvent } from '../agent/thread.ts';
import { tellConversation } from '../tell.ts';
import { customerWrites } from '../write.ts';
import { act, lastFromBusiness, on, textOf, type Doing, type Kinds } from './kind.ts';

const businessNumber = world.whatsapp.displayNumber.replace(/\D/g, '');
// The label in the language of the template; the payload equals it.
const optOutLabels = { es: 'Detener promociones', en: 'Stop promotions' };

const button: Doing = (context, customer, input, at) => {
	const text = textOf(input, 'text', 'Sí');
	const payload = textOf(input, 'payload', text);
	const mid = lastFromBusiness(context, customer);
	const quoted = mid ? { context: { from: businessNumber, id: mid } } : {};
	const tap = input['interactive']
		? {
				type: 'interactive',
				...quoted,
				interactive: { type: 'button_reply', button_reply: { id: payload, title: text } },
			}
		: { type: 'button', ...quoted, button: { payload, text } };
	const content = customer.channel === 'whatsapp' ? tap : { text, quick_reply: { payload } };
	const inbound = { type: 'button', text, at, action: 'button', content };
	const { message, event } = customerWrites(context, customer, inbound);
	return { events: [event], result: { message } };
};

/** Taps: on buttons, on Meta's own opt-out button, on the menu, and emoji given to a message. */
export const taps: Kinds = {
	reaction(context, customer, input, at) {
		const emoji = input['emoji'] === null ? null : textOf(input, 'emoji', '👍');
		const mid = textOf(input, 'messageId', lastFromBusiness(context, customer) ?? '');
		if (!mid) return { problem: 'There is no message of the business to react to; give "messageId".' };
		const target = context.ledger.messages.get(mid);
		if (target) target.reaction = emoji ?? undefined;
		if (target) context.ledger.tell({ type: 'message', message: target });
		if (emoji) act(context, customer, 'reaction', at);
		const content = { type: 'reaction', reaction: { message_id: mid, ...(emoji && { emoji }) } };
		const event =
			customer.channel === 'whatsapp'
				? customerEvent(context, customer, messageId('whatsapp'), at, content)
				: messenger.reaction(customer, mid, at, emoji);
		return { events: [event] };
	},
	button,
	opt_out_button: on(['whatsapp'], (context, customer, input, at) => {
		const text = textOf(input, 'text', optOutLabels[context.settings.lang]);
		const conversation = context.ledger.conversationOf(customer);
		noteMarketingWish(conversation, true, at);
		tellConversation(context, conversation);
		return button(context, customer, { text, payload: text }, at);
	}),
	postback(context, customer, input, at) {
		if (customer.channel === 'whatsapp') return { problem: 'WhatsApp has no postbacks; use kind "button".' };
		act(context, customer, 'postback', at);
		const title = textOf(input, 'title', textOf(input, 'text', 'Get Started'));
		const payload = textOf(input, 'payload', 'GET_STARTED');
		return { events: [messenger.postback(customer, messageId(customer.channel), at, title, payload)] };
	},
};
