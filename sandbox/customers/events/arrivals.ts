import { messageId } from '../../ids.ts';
import * as messenger from '../../meta/payloads/messenger.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { customerEvent } from '../agent/thread.ts';
import { customerWrites } from '../write.ts';
import { act, on, textOf, type Doing, type Kinds } from './kind.ts';

/** A click on a Click-to-WhatsApp ad becomes visible with the first message, which opens the free entry point. */
const adMessage: Doing = (context, customer, input, at) => {
	const text = textOf(input, 'text', 'Hola, vi su anuncio');
	const referral = {
		source_type: 'ad',
		source_id: '700000000000001',
		source_url: 'https://fb.me/sandbox',
		headline: 'Sandbox',
		body: 'Sandbox',
		media_type: 'image',
		ctwa_clid: `sandbox-${at}`,
	};
	context.ledger.conversationOf(customer).entryPoint = { openedAt: at, answeredAt: null };
	const content = { type: 'text', text: { body: text }, referral };
	const inbound = { type: 'text', text, at, action: 'referral', content };
	const { message, event } = customerWrites(context, customer, inbound);
	return { events: [event], result: { message } };
};

const linkMessage: Doing = (context, customer, input, at) => {
	const text = textOf(input, 'text', '');
	const ref = textOf(input, 'ref', 'sandbox');
	const build = (id: string) => messenger.messageWithReferral(customer, id, at, text, ref);
	const { message, event } = customerWrites(context, customer, { type: 'text', text, at, build });
	return { events: [event], result: { message } };
};

/** Ways into a thread other than writing. */
export const arrivals: Kinds = {
	referral(context, customer, input, at) {
		if (customer.channel === 'whatsapp') return adMessage(context, customer, input, at);
		if (input['text'] !== undefined) return linkMessage(context, customer, input, at);
		act(context, customer, 'referral', at);
		return { events: [messenger.referral(customer, at, textOf(input, 'ref', 'sandbox'))] };
	},
	call: on(['whatsapp'], (context, customer, _input, at) => {
		act(context, customer, 'call', at);
		return { events: [whatsapp.call(customer, messageId('whatsapp'), at)] };
	}),
	// Somebody opened the chat for the first time and has written nothing.
	request_welcome: on(['whatsapp'], (context, customer, _input, at) => ({
		events: [customerEvent(context, customer, messageId('whatsapp'), at, { type: 'request_welcome' })],
	})),
};
