import type { Contact } from '../../messaging/messaging-event.ts';
import { isUnitedStatesNumber } from '../../messaging/united-states.ts';
import { CALLING_CODES, CALLING_CODE_MAX_DIGITS } from './calling-codes.ts';

/**
 * The country a WhatsApp message is priced for, as ISO 3166 code: by calling code, or by the prefix of a business-scoped user
 * ID where there is no phone. Undefined when neither tells it.
 */
export function marketOf({ id, phone }: Pick<Contact, 'id' | 'phone'>): string | undefined {
	const digits = (phone ?? id).replace(/^\+/, '');
	if (/^\d+$/.test(digits)) return countryOf(digits);
	return /^([A-Z]{2})\./.exec(id)?.[1];
}

function countryOf(digits: string): string | undefined {
	for (let length = CALLING_CODE_MAX_DIGITS; length > 0; length--) {
		const country = CALLING_CODES.get(digits.slice(0, length));
		if (country) return country;
	}
	if (!digits.startsWith('1') || digits.length !== 11) return undefined;
	return isUnitedStatesNumber(digits) ? 'US' : 'CA';
}
