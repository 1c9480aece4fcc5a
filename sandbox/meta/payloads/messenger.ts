import type { Customer, Message } from '../../ledger.ts';
import { accountOf, world } from '../../world.ts';
import type { WebhookEvent } from '../webhooks.ts';

function item(customer: Customer, field: string, at: number, content: object): WebhookEvent {
	const account = accountOf(customer.channel);
	const object = customer.channel === 'instagram' ? 'instagram' : 'page';
	const messaging = {
		sender: { id: customer.contactId },
		recipient: { id: account },
		timestamp: at,
		...content,
	};
	return { object, entry: account, field, messaging };
}

/** A message from a customer on Messenger or Instagram. */
export function customerMessage(customer: Customer, id: string, at: number, content: object): WebhookEvent {
	return item(customer, 'messages', at, { message: { mid: id, ...content } });
}

/** A click on a button, Get Started or the menu. */
export function postback(
	customer: Customer,
	mid: string,
	at: number,
	title: string,
	payload: string,
): WebhookEvent {
	return item(customer, 'messaging_postbacks', at, { postback: { mid, title, payload } });
}

/** A reaction to a message of ours. */
export function reaction(customer: Customer, mid: string, at: number, emoji: string | null): WebhookEvent {
	const content = emoji ? { mid, action: 'react', reaction: 'other', emoji } : { mid, action: 'unreact' };
	return item(customer, 'message_reactions', at, { reaction: content });
}

/** The customer came back into the thread through a link or an ad. */
export function referral(customer: Customer, at: number, ref: string): WebhookEvent {
	const field = customer.channel === 'instagram' ? 'messaging_referral' : 'messaging_referrals';
	return item(customer, field, at, { referral: openThread(ref) });
}

/** The same with the first message: Messenger puts it beside the message, Instagram into it. */
export function messageWithReferral(
	customer: Customer,
	id: string,
	at: number,
	text: string,
	ref: string,
): WebhookEvent {
	const source = openThread(ref);
	return customer.channel === 'instagram'
		? customerMessage(customer, id, at, { text, referral: source })
		: item(customer, 'messages', at, { message: { mid: id, text }, referral: source });
}

const openThread = (ref: string) => ({ ref, source: 'SHORTLINK', type: 'OPEN_THREAD' });

/** The customer changed a message; sources disagree whether `num_edit: 0` is a change or the message itself. */
export function messageEdit(
	customer: Customer,
	mid: string,
	at: number,
	text: string,
	edits: number,
): WebhookEvent {
	const field = customer.channel === 'instagram' ? 'message_edit' : 'message_edits';
	return item(customer, field, at, { message_edit: { mid, text, num_edit: edits } });
}

/** A comment under a post on Instagram, as a change of the account or in the entry itself: both are delivered. */
export function comment(
	customer: Customer,
	id: string,
	text: string,
	form: 'changes' | 'entry',
): WebhookEvent {
	const { object, entry } = item(customer, '', 0, {});
	const username = customer.username ?? customer.name.toLowerCase().replace(/\W+/g, '.');
	const value = {
		id,
		from: { id: customer.contactId, username },
		media: { id: '500000000000001', media_product_type: 'FEED' },
		text,
	};
	const event = { object, entry, field: 'comments' };
	return form === 'changes'
		? { ...event, change: value }
		: { ...event, inEntry: { field: 'comments', value } };
}

/** A message of the business, seen by all apps: with `app_id` when an app sent it, without when a person typed it. */
export function echo(customer: Customer, message: Message, at: number): WebhookEvent {
	const { object, entry } = item(customer, '', at, {});
	// Messenger has a field of its own for echoes; Instagram puts them among the messages.
	const field = object === 'page' ? 'message_echoes' : 'messages';
	const content = {
		mid: message.id,
		is_echo: true,
		...(message.via === 'api' && { app_id: Number(world.appId) }),
		text: message.text,
	};
	const messaging = {
		sender: { id: message.account },
		recipient: { id: customer.contactId },
		timestamp: at,
		message: content,
	};
	return { object, entry, field, messaging };
}

/** Messenger only: messages arrived on the customer's device. */
export function delivered(customer: Customer, mids: string[], at: number): WebhookEvent {
	return item(customer, 'message_deliveries', at, { delivery: { mids, watermark: at } });
}

/** The customer saw messages: Messenger gives a time up to which, Instagram the message. */
export function read(customer: Customer, lastMid: string, at: number): WebhookEvent {
	if (customer.channel === 'instagram')
		return item(customer, 'messaging_seen', at, { read: { mid: lastMid } });
	return item(customer, 'message_reads', at, { read: { watermark: at } });
}
