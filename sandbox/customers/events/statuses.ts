import { messageId } from '../../ids.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { readAll } from '../../meta/statuses.ts';
import { lastFromBusiness, on, textOf, type Kinds } from './kind.ts';

/** Statuses that tests ask for: the ledger knows of them, or they are about something else than a message of ours. */
export const statuses: Kinds = {
	read(context, customer) {
		return { events: [], result: { read: readAll(context, customer).map((message) => message.id) } };
	},
	payment_status: on(['whatsapp'], (context, customer, input, at) => {
		const id = textOf(input, 'messageId', lastFromBusiness(context, customer) ?? messageId('whatsapp'));
		return { events: [whatsapp.paymentStatus(customer, id, textOf(input, 'status', 'captured'), at)] };
	}),
	group_status: on(['whatsapp'], (_context, customer, input, at) => {
		const id = textOf(input, 'messageId', messageId('whatsapp'));
		return { events: [whatsapp.groupStatus(customer, id, textOf(input, 'status', 'delivered'), at)] };
	}),
};
