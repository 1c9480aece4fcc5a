import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Contact } from '../../messaging/messaging-event.ts';

/** The countries whose way of writing phone numbers is meant: the customer's, and those of the business's time zone. */
export function countriesOf(contact: Pick<Contact, 'id' | 'phone'> | undefined, zone: string): CountryCode[] {
	const own = contact && (countryOfNumber(contact.phone ?? contact.id) ?? countryOfUserId(contact.id));
	return [...new Set([...(own ? [own] : []), ...countriesOfZone(zone)])];
}

function countryOfNumber(phone: string): CountryCode | undefined {
	const digits = phone.replace(/^\+/, '');
	return /^\d{8,15}$/.test(digits) ? parsePhoneNumberFromString(`+${digits}`)?.country : undefined;
}

/** A business-scoped user ID begins with the customer's country. */
function countryOfUserId(id: string): CountryCode | undefined {
	const prefix = /^([A-Z]{2})\./.exec(id)?.[1];
	return getCountries().find((country) => country === prefix);
}

const byZone = new Map<string, CountryCode[]>();

function countriesOfZone(zone: string): CountryCode[] {
	if (byZone.size === 0) {
		for (const country of getCountries()) {
			const { getTimeZones } = Intl.Locale.prototype as { getTimeZones?: () => string[] | undefined };
			const zones = getTimeZones?.call(new Intl.Locale(`und-${country}`)) ?? [];
			for (const one of zones) byZone.set(one, [...(byZone.get(one) ?? []), country]);
		}
	}
	return byZone.get(zone) ?? [];
}
