import type { Conversation, Customer, Message, Template } from '../../books.ts';
import { world } from '../../world.ts';
import type { WebhookEvent } from '../webhooks.ts';

const { account, displayNumber, phoneNumberId } = world.whatsapp;
const metadata = { display_phone_number: digits(displayNumber), phone_number_id: phoneNumberId };

function digits(phone: string): string {
	return phone.replace(/\D/g, '');
}

/** WhatsApp counts in whole seconds, written as text. */
export function seconds(at: number): string {
	return String(Math.floor(at / 1000));
}

function change(field: string, value: object): WebhookEvent {
	return { object: 'whatsapp_business_account', entry: account, field, change: value };
}

// Fields of the phone are absent as whole keys where the business may not know the phone.
function phoneKeys(customer: Customer, key: string): Record<string, string> {
	return customer.phone ? { [key]: digits(customer.phone) } : {};
}

function contact(customer: Customer): object {
	return {
		profile: { name: customer.name, ...(customer.username && { username: customer.username }) },
		...phoneKeys(customer, 'wa_id'),
		user_id: customer.userId,
	};
}

function sender(customer: Customer): object {
	return { ...phoneKeys(customer, 'from'), from_user_id: customer.userId };
}

/** A message from a customer; `content` is `{ type, [type]: … }` and what goes with it. */
export function customerMessage(customer: Customer, id: string, at: number, content: object): WebhookEvent {
	return change('messages', {
		messaging_product: 'whatsapp',
		metadata,
		contacts: [contact(customer)],
		messages: [{ ...sender(customer), id, timestamp: seconds(at), ...content }],
	});
}

/** A `system` message: the customer has a new number or a new user ID. It comes without `contacts`. */
export function customerChanged(before: Customer, after: Customer, id: string, at: number): WebhookEvent {
	const newNumber = before.phone !== after.phone && after.phone !== undefined;
	const system = {
		body: newNumber
			? `User ${before.name} changed from ${before.phone ?? before.userId} to ${after.phone}`
			: `User ${before.name} changed their user ID`,
		type: newNumber ? 'user_changed_number' : 'user_changed_user_id',
		...(newNumber && phoneKeys(after, 'wa_id')),
		user_id: after.userId,
		previous_user_id: before.userId,
	};
	return change('messages', {
		messaging_product: 'whatsapp',
		metadata,
		messages: [
			{
				...phoneKeys(before, 'from'),
				from_user_id: after.userId,
				id,
				timestamp: seconds(at),
				type: 'system',
				system,
			},
		],
	});
}

/** A status of a message of ours. `failed` comes without `contacts`, and without the user ID if it went to a phone number. */
export function status(
	message: Message,
	to: { phone: string | null; customer: Customer | null },
	state: string,
	at: number,
	extra: object,
): WebhookEvent {
	const failed = state === 'failed';
	const showUserId = to.customer?.userId && !(failed && to.phone);
	const phone = to.phone ?? to.customer?.phone;
	return change('messages', {
		messaging_product: 'whatsapp',
		metadata,
		...(!failed && to.customer && { contacts: [contact(to.customer)] }),
		statuses: [
			{
				id: message.id,
				status: state,
				timestamp: seconds(at),
				...(phone && { recipient_id: digits(phone) }),
				...(showUserId && { recipient_user_id: to.customer?.userId }),
				...extra,
				...(message.callbackData !== undefined && { biz_opaque_callback_data: message.callbackData }),
			},
		],
	});
}

/** A message that a person typed in the WhatsApp Business app. */
export function businessAppMessage(customer: Customer, message: Message, at: number): WebhookEvent {
	return change('smb_message_echoes', {
		messaging_product: 'whatsapp',
		metadata,
		message_echoes: [
			{
				from: digits(displayNumber),
				...phoneKeys(customer, 'to'),
				to_user_id: customer.userId,
				id: message.id,
				timestamp: seconds(at),
				type: 'text',
				text: { body: message.text },
			},
		],
	});
}

/** The customer stopped or resumed marketing messages in WhatsApp's own settings. */
export function marketingPreference(customer: Customer, value: 'stop' | 'resume', at: number): WebhookEvent {
	return change('user_preferences', {
		messaging_product: 'whatsapp',
		metadata,
		contacts: [contact(customer)],
		user_preferences: [
			{
				...phoneKeys(customer, 'wa_id'),
				user_id: customer.userId,
				detail: `User requested to ${value} marketing messages`,
				category: 'marketing_messages',
				value,
				timestamp: Number(seconds(at)),
			},
		],
	});
}

/** The customer calls the business. */
export function call(customer: Customer, id: string, at: number): WebhookEvent {
	return change('calls', {
		messaging_product: 'whatsapp',
		metadata,
		contacts: [contact(customer)],
		calls: [
			{
				id,
				...sender(customer),
				to: digits(displayNumber),
				event: 'connect',
				direction: 'USER_INITIATED',
				timestamp: seconds(at),
			},
		],
	});
}

/** The review of a template ended, or its status changed. The language is written with a hyphen here, unlike in sends. */
export function templateStatus(template: Template, event: string, reason: string | null): WebhookEvent {
	return change('message_template_status_update', {
		event,
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language.replace('_', '-'),
		message_template_category: template.category,
		reason,
	});
}

/** `pricing`, and inside a free entry point `conversation`, by the rules in force since October 2026. */
export function pricing(
	message: Message,
	conversation: Conversation | undefined,
	entryPointEndsAt: number | null,
	freeService: boolean,
): object {
	const price = (type: string, category: string) => ({
		pricing: { pricing_model: 'PMP', type, category, billable: type === 'regular' },
	});
	if (conversation && entryPointEndsAt !== null) {
		const origin = { type: 'referral_conversion' };
		const id = `${conversation.customer}-${entryPointEndsAt}`;
		return {
			conversation: { id, expiration_timestamp: seconds(entryPointEndsAt), origin },
			...price('free_entry_point', 'referral_conversion'),
		};
	}
	if (message.template) return price('regular', message.template.category.toLowerCase());
	return price(freeService ? 'free_customer_service' : 'regular', 'service');
}
