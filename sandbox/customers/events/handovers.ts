import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { contextKinds, conversationContext } from '../agent/hand-over.ts';
import { oneOf, on, textOf, type Kinds } from './kind.ts';

/** A hand-over webhook in any form, without any change in the ledger: for what Meta's samples and partners show. */
export const handovers: Kinds = {
	handover: on(['whatsapp'], (context, customer, input, at) => {
		const type = oneOf(input, 'type', whatsapp.handoverTypes);
		const form = oneOf(input, 'form', ['meta', 'partner', 'metadata'] as const);
		const kind = oneOf(input, 'context', [...contextKinds].reverse());
		for (const given of [type, form, kind]) if (typeof given === 'object') return given;
		const given = {
			type: type as whatsapp.Handover['type'],
			previous: textOf(input, 'previous', whatsapp.agentRole),
			next: textOf(input, 'next', whatsapp.businessRole),
			...(typeof input['note'] === 'string' && { note: input['note'] }),
			...(kind !== 'none' && { context: conversationContext(context, customer, kind as 'summary') }),
		};
		return { events: [whatsapp.handover(customer, given, at, form as 'meta')] };
	}),
};
