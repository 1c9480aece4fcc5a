import { sql, type RawBuilder } from 'kysely';

/** Looks for a part of the customer's name, user name, phone number or ID, whatever its capitals. */
export function contactMatches(search: string): RawBuilder<boolean> {
	const words = search.trim();
	const digits = phoneDigits(words);
	const text = like(words.toLowerCase());
	const byPhone = digits === undefined ? sql`` : sql` or conversation.phone like ${like(digits)} escape '!'`;
	return sql<boolean>`(
		lower(conversation.name) like ${text} escape '!'
		or lower(conversation.username) like ${text} escape '!'
		or lower(conversation.contact) like ${text} escape '!'
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
