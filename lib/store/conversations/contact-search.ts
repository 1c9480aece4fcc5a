import { sql, type RawBuilder } from 'kysely';

/** Looks for a part of the customer's name, user name, phone number or ID, whatever its capitals. */
export function contactMatches(search: string): RawBuilder<boolean> {
	const words = search.trim();
	const digits = phoneDigits(words);
	const text = like(words.toLowerCase());
	// In SQLite `lower` is a function of ours, called for each customer three times: a number among a million took 1.9 s with
	// it and 0.6 without.
	const hasCapitals = words.toLowerCase() !== words.toUpperCase();
	const folded = (column: string) => (hasCapitals ? sql`lower(${sql.ref(column)})` : sql.ref(column));
	const byPhone = digits === undefined ? sql`` : sql` or conversation.phone like ${like(digits)} escape '!'`;
	return sql<boolean>`(
		${folded('conversation.name')} like ${text} escape '!'
		or ${folded('conversation.username')} like ${text} escape '!'
		or ${folded('conversation.contact')} like ${text} escape '!'
		or conversation.phone like ${text} escape '!'
		${byPhone}
	)`;
}

/** People write a number with +, spaces and dashes; the store holds its digits. */
function phoneDigits(text: string): string | undefined {
	return /^\+?[\d\s().-]+$/.test(text) ? text.replace(/\D/g, '') || undefined : undefined;
}

/** What the customer is called may hold the wildcards of SQL; here they are plain characters. */
function like(text: string): string {
	return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
