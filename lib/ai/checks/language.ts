import { conversationLanguages, customerText, languagesOf, scriptOf } from '../language.ts';
import type { Check } from './check.ts';

/** The customer is answered in their language. What may be in several languages is held to none of them. */
export const language: Check = ({ text, seen }) => {
	const customers = conversationLanguages(seen);
	const own = languagesOf(text);
	if (customers.size > 0 && own.size > 0 && ![...own].some((one) => customers.has(one)))
		return `The message is in ${named(own)}; the customer writes in ${named(customers)}.`;
	const script = scriptOf(customerText(seen));
	const ownScript = scriptOf(text);
	return script && ownScript && script !== ownScript
		? `The message is in ${ownScript} letters; the customer writes in ${script} letters.`
		: undefined;
};

function named(languages: ReadonlySet<string>): string {
	const names = new Intl.DisplayNames(['en'], { type: 'language' });
	return [...languages].map((language) => names.of(language) ?? language).join(' or ');
}
