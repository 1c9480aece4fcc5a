import type { Customer } from '../ledger.ts';
import type { Context } from '../context.ts';
import { recordViolation } from '../referee/violations.ts';
import { graphError, type GraphError } from './errors.ts';
import { digitsOf, findNumber } from './find-number.ts';
import { ownWriting } from './number-writings.ts';

/** `number`: the phone number asked for as Meta writes it, in digits; null for a user ID. */
export type Address = { input: string; number: string | null; customer: Customer | undefined };

/** Whom a WhatsApp send is for: a number with + in `to`, or a user ID in `recipient`. */
export function addressOf(context: Context, body: Record<string, unknown>): Address | GraphError {
	const { to, recipient } = body;
	if (body['messaging_product'] !== 'whatsapp') {
		return graphError(
			100,
			'Invalid parameter',
			`messaging_product must be "whatsapp"; it is ${JSON.stringify(body['messaging_product'])}.`,
		);
	}
	if (body['recipient_type'] !== undefined && body['recipient_type'] !== 'individual') {
		return graphError(
			100,
			'Invalid parameter',
			`recipient_type must be "individual"; it is ${JSON.stringify(body['recipient_type'])}.`,
		);
	}
	if (to !== undefined) {
		const phone = String(to);
		const customer = findNumber(context.ledger, phone);
		// Meta: when both are given, `to` wins.
		if (recipient !== undefined)
			recordViolation(
				context,
				'two_recipients',
				'Both "to" and "recipient" were given; use one.',
				customer ?? null,
				body,
			);
		if (/^\+[1-9][\d\s()-]{5,20}$/.test(phone))
			return { input: phone, number: customer?.waId ?? ownWriting(digitsOf(phone)), customer };
		const details =
			`"to" is ${JSON.stringify(to)}, which does not start with + and a country code. Meta would put the country code of the ` +
			'business in front and write to a wrong number; the sandbox refuses instead. Send "to" with +, or "recipient" with a user ID.';
		recordViolation(context, 'number_without_plus', details, customer ?? null, body);
		return graphError(100, 'Invalid parameter', details);
	}
	if (typeof recipient !== 'string' || !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient)) {
		const found =
			recipient === undefined ? 'neither is there' : `"recipient" is ${JSON.stringify(recipient)}`;
		return graphError(
			100,
			'The parameter to is required.',
			`Give "to" (a phone number with +) or "recipient" (a user ID such as "CO.AB12"); ${found}.`,
		);
	}
	return { input: recipient, number: null, customer: context.ledger.findContact('whatsapp', recipient) };
}

/** The error of WhatsApp's send limits, when one of them is reached. */
export function limitError(context: Context, address: Address): GraphError | null {
	const at = context.clock();
	if (!context.limits.takeThroughput(context.settings.throughputPerSecond, at)) {
		return graphError(130429, 'Rate limit hit', 'Cloud API message throughput has been reached.');
	}
	if (context.limits.takePair(address.customer?.id ?? address.input, at)) return null;
	const details =
		'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.';
	return graphError(131056, '(Business Account, Consumer Account) pair rate limit hit', details);
}
