import type { Books, Customer } from '../books.ts';
import { otherWriting } from './number-writings.ts';

/** The digits of a phone number. */
export function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '');
}

/** The WhatsApp customer with this number, in whichever of its writings. */
export function findNumber(books: Books, phone: string): Customer | undefined {
	const digits = digitsOf(phone);
	const other = otherWriting(digits);
	return books.findContact('whatsapp', digits) ?? (other ? books.findContact('whatsapp', other) : undefined);
}
