import type { Customer } from '../../../ledger.ts';
import { world } from '../../../world.ts';
import { ownWriting } from '../../number-writings.ts';
import type { WebhookEvent } from '../../webhooks.ts';

const { account, displayNumber, phoneNumberId } = world.whatsapp;

export const businessNumber = digits(displayNumber);
export const metadata = { display_phone_number: businessNumber, phone_number_id: phoneNumberId };

/** A phone number without anything but its digits. */
export function digits(phone: string): string {
	return phone.replace(/\D/g, '');
}

/** WhatsApp counts in whole seconds, written as text. */
export function seconds(at: number): string {
	return String(Math.floor(at / 1000));
}

/** One change of the WhatsApp account. */
export function change(field: string, value: object): WebhookEvent {
	return { object: 'whatsapp_business_account', entry: account, field, change: value };
}

/** One change that is about the business number. */
export function numberChange(field: string, value: object): WebhookEvent {
	return change(field, { messaging_product: 'whatsapp', metadata, ...value });
}

/** The number by which the business may know this customer. */
export function shownNumber(customer: Customer): string | undefined {
	if (customer.hidesPhone) return undefined;
	return customer.waId ?? (customer.phone && ownWriting(digits(customer.phone)));
}

/** The number under this key; the key is absent where the business may not know the number. */
export function phoneKeys(customer: Customer, key: string): Record<string, string> {
	const shown = shownNumber(customer) ?? (customer.idInFrom ? customer.userId : undefined);
	return shown ? { [key]: shown } : {};
}

/** One of `contacts[]`. */
export function contact(customer: Customer): object {
	return {
		profile: { name: customer.name, ...(customer.username && { username: customer.username }) },
		...phoneKeys(customer, 'wa_id'),
		user_id: customer.userId,
	};
}

/** Who a message is from. */
export function sender(customer: Customer): object {
	return { ...phoneKeys(customer, 'from'), from_user_id: customer.userId };
}
