import type { Contact, EventKind } from '../../lib/messaging/messaging-event.ts';
import type { Chance } from './chance.ts';
import type { Customer } from './world.ts';

/** One phone of Mexico, Argentina or Brazil as it is written in two ways, by the plans of these countries. */
export function twoWritings(chance: Chance, number: number): readonly [string, string] {
	const seven = String(number).padStart(7, '0');
	return chance.oneOf([
		[`52155${seven}1`, `5255${seven}1`],
		[`54911${seven}1`, `5411${seven}1`],
		[`55118${seven}`, `551198${seven}`],
	] as const);
}

/**
 * Under which ID Meta names a customer: of somebody with two writings the statuses have the other one than most of their
 * messages, and so has half of what the business says.
 */
export function namedBy(
	{ contact, writings }: Pick<Customer, 'contact' | 'writings'>,
	kind: EventKind,
	at: number,
): Contact {
	if (!writings) return { ...contact };
	const isOther = kind === 'status' || at % (kind === 'echo' ? 2 : 4) === 0;
	const phone = writings[isOther ? 1 : 0];
	// Some have no user ID, and the number is all there is.
	return { ...contact, phone, ...(writings.includes(contact.id) ? { id: phone } : {}) };
}
