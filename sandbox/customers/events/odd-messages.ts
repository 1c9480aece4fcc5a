import { isObject } from '../../http.ts';
import { messageId } from '../../ids.ts';
import * as messenger from '../../meta/payloads/messenger.ts';
import { customerWrites } from '../write.ts';
import { oneOf, on, textOf, type Kinds } from './kind.ts';

/** Messages in shapes that few expect. */
export const oddMessages: Kinds = {
	// A type that came after this sandbox: whether it opens the window nobody knows, so here it does not.
	unknown_type: on(['whatsapp'], (context, customer, input, at) => {
		const type = textOf(input, 'type', 'hologram');
		const content = { type, [type]: isObject(input['content']) ? input['content'] : {} };
		const inbound = { type, text: `[${type}]`, at, action: 'unknown_type', content };
		const { message, event } = customerWrites(context, customer, inbound);
		return { events: [event], result: { message } };
	}),
	location: on(['whatsapp'], (context, customer, input, at) => {
		const name = textOf(input, 'name', 'Sandbox');
		const location = { latitude: 4.711, longitude: -74.0721, name, address: 'Bogotá' };
		const content = { ...(input['withoutType'] !== true && { type: 'location' }), location };
		const { message, event } = customerWrites(context, customer, {
			type: 'location',
			text: name,
			at,
			content,
		});
		return { events: [event], result: { message } };
	}),
	message_edit: on(['instagram', 'messenger'], (context, customer, input, at) => {
		const edits = Number(input['edits'] ?? 0);
		const text = textOf(input, 'text', 'hola');
		const id = input['messageId'];
		if (!Number.isInteger(edits) || edits < 0)
			return { problem: `"edits" is ${JSON.stringify(input['edits'])}; it must be a whole number from 0.` };
		if (id === undefined) {
			const build = (mid: string) => messenger.messageEdit(customer, mid, at, text, edits);
			const { message, event } = customerWrites(context, customer, { type: 'text', text, at, build });
			return { events: [event], result: { message } };
		}
		const message = context.ledger.messages.get(String(id));
		if (message?.customer !== customer.id || message.direction !== 'in')
			return { problem: `messageId ${JSON.stringify(id)} is no message of this customer.` };
		message.text = text;
		context.ledger.tell({ type: 'message', message });
		return { events: [messenger.messageEdit(customer, message.id, at, text, edits)], result: { message } };
	}),
	comment: on(['instagram'], (_context, customer, input) => {
		const form = oneOf(input, 'form', ['changes', 'entry']);
		if (typeof form === 'object') return form;
		const id = messageId('messenger');
		return {
			events: [messenger.comment(customer, id, textOf(input, 'text', '¿Precio?'), form)],
			result: { id },
		};
	}),
};
