import type { Ledger, Customer } from '../ledger.ts';
import { otherWriting } from './number-writings.ts';

/** The digits of a phone number. */
export function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '');
}

/** The WhatsApp customer with this number, in whichever of its writings. */
export function findNumber(ledger: Ledger, phone: string): Customer | undefined {
	const digits = digitsOf(phone);
	const other = otherWriting(digits);
	return (
		ledger.findContact('whatsapp', digits) ?? (other ? ledger.findContact('whatsapp', other) : undefined)
	);
}
