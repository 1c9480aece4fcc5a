import type { Conversation, Customer } from '../ledger.ts';
import { now, type Context } from '../context.ts';
import { scopedId, userId } from '../ids.ts';
import { digitsOf, findNumber } from '../meta/find-number.ts';
import { ownWriting } from '../meta/number-writings.ts';
import { accountOf, channels, type Channel } from '../world.ts';
import { noAgent } from './agent/switch.ts';

export type NewCustomer = {
	name?: unknown;
	phone?: unknown;
	channel?: unknown;
	username?: unknown;
	/** The number as Meta writes it, in digits, where it is not the usual other writing. */
	waId?: unknown;
	hidesPhone?: unknown;
	idInFrom?: unknown;
};

// Country calling codes to the country in front of a user ID; only what test numbers use.
const countries: [prefix: string, country: string][] = [
	['+57', 'CO'],
	['+52', 'MX'],
	['+54', 'AR'],
	['+55', 'BR'],
	['+34', 'ES'],
	['+44', 'GB'],
	['+51', 'PE'],
	['+56', 'CL'],
	['+1', 'US'],
];

/** Says what is wrong with a new customer, or null when nothing is. */
export function customerProblem(input: NewCustomer): string | null {
	if (typeof input.name !== 'string' || input.name.trim() === '') return 'A customer needs a "name".';
	if (input.channel !== undefined && !channels.includes(input.channel as Channel)) {
		return `Channel ${JSON.stringify(input.channel)} is not known; use one of ${channels.join(', ')}.`;
	}
	const whatsapp = (input.channel ?? 'whatsapp') === 'whatsapp';
	if (input.phone !== undefined && !whatsapp) return 'Only a WhatsApp customer has a "phone"; leave it out.';
	if (input.phone !== undefined && !/^\+[1-9]\d{6,14}$/.test(String(input.phone))) {
		return `Phone ${JSON.stringify(input.phone)} is not a number with + and country code, such as "+573001112233".`;
	}
	if (
		input.waId !== undefined &&
		!(input.phone !== undefined && /^[1-9]\d{6,14}$/.test(String(input.waId)))
	) {
		return `waId ${JSON.stringify(input.waId)} must be digits, such as "5215512345678", beside a "phone".`;
	}
	return flagProblem(input, whatsapp);
}

function flagProblem(input: NewCustomer, whatsapp: boolean): string | null {
	for (const name of ['hidesPhone', 'idInFrom'] as const) {
		if (input[name] === undefined) continue;
		if (!whatsapp) return `Only a WhatsApp customer has "${name}"; leave it out.`;
		if (typeof input[name] !== 'boolean')
			return `${name} is ${JSON.stringify(input[name])}; it must be true or false.`;
	}
	return null;
}

/** Records a new customer and an empty conversation with the business. */
export function createCustomer(context: Context, input: NewCustomer): Customer {
	const channel = (input.channel ?? 'whatsapp') as Channel;
	const phone = typeof input.phone === 'string' ? input.phone : undefined;
	const country = countries.find(([prefix]) => phone?.startsWith(prefix))?.[1] ?? 'CO';
	const bsuid = channel === 'whatsapp' ? userId(country) : undefined;
	const waId = phone && (typeof input.waId === 'string' ? input.waId : ownWriting(digitsOf(phone)));
	const customer: Customer = {
		id: `c${context.ledger.customers.size + 1}`,
		name: String(input.name).trim(),
		channel,
		contactId: waId ?? bsuid ?? scopedId(),
		...(bsuid && { userId: bsuid }),
		...(phone && { phone, waId }),
		...(input.hidesPhone === true && { hidesPhone: true }),
		...(input.idInFrom === true && { idInFrom: true }),
		...(typeof input.username === 'string' && { username: input.username }),
		createdAt: now(context),
	};
	const taken = phone ? findNumber(context.ledger, phone) : undefined;
	if (taken)
		throw new Error(`The number ${phone} belongs to customer ${taken.id} (${taken.name}); use another.`);
	context.ledger.addCustomer(customer, emptyConversation(customer));
	return customer;
}

function emptyConversation(customer: Customer): Conversation {
	const account = accountOf(customer.channel);
	return {
		key: `${customer.channel}:${account}:${customer.contactId}`,
		channel: customer.channel,
		account,
		customer: customer.id,
		windowOpenedAt: null,
		windowOpenedBy: null,
		stopped: null,
		startedAt: null,
		lastInboundAt: null,
		marketingStopped: false,
		marketingWishAt: null,
		agent: { ...noAgent },
		entryPoint: null,
	};
}
