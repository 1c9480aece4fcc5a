import { sql, type RawBuilder } from 'kysely';
import { CHANNELS } from '../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { table } from '../database/tables.ts';

/**
 * Looks for a part of the customer's name, user name, phone number or ID, whatever its capitals; a whole number, or a whole
 * ID that they had before, is found under every writing.
 */
export function contactMatches(search: string): RawBuilder<boolean> {
	const words = search.trim();
	const digits = phoneDigits(words);
	const text = like(words.toLowerCase());
	// In SQLite `lower` is a function of ours, called for each customer three times: a number among a million took 1.9 s with
	// it and 0.6 without.
	const hasCapitals = words.toLowerCase() !== words.toUpperCase();
	const folded = (column: string) => (hasCapitals ? sql`lower(${sql.ref(column)})` : sql.ref(column));
	const numbers = digits === undefined ? [] : writingsOf(digits);
	const byPhone = numbers.map((number) => sql` or conversation.phone like ${like(number)} escape '!'`);
	return sql<boolean>`(
		${folded('conversation.name')} like ${text} escape '!'
		or ${folded('conversation.username')} like ${text} escape '!'
		or ${folded('conversation.contact')} like ${text} escape '!'
		or conversation.phone like ${text} escape '!'
		${sql.join(byPhone, sql``)}
		or conversation.id in (
			select conversation_id from ${table('contact_aliases')} where alias in (${sql.join([words, ...numbers])})
		)
	)`;
}

/** A part of a number has no other writing; what is left of it is found as it stands. */
function writingsOf(digits: string): string[] {
	return [...new Set(CHANNELS.flatMap((channel) => CHANNEL_FACTS[channel].identity.writingsOf(digits)))];
}

/** People write a number with +, spaces and dashes; the store holds its digits. */
function phoneDigits(text: string): string | undefined {
	return /^\+?[\d\s().-]+$/.test(text) ? text.replace(/\D/g, '') || undefined : undefined;
}

/** What the customer is called may hold the wildcards of SQL; here they are plain characters. */
function like(text: string): string {
	return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
