import { customerLanguage, customerText, languageOf, scriptOf, type Language } from '../language.ts';
import type { Check } from './check.ts';

const NAMES: Record<Language, string> = { es: 'Spanish', en: 'English', pt: 'Portuguese' };

/** The customer is answered in their language; only unmistakable differences count. */
export const language: Check = ({ text, seen }) => {
	const customers = customerLanguage(seen);
	const own = languageOf(text);
	if (customers && own && customers !== own)
		return `The message is in ${NAMES[own]}; the customer writes in ${NAMES[customers]}.`;
	const script = scriptOf(customerText(seen));
	const ownScript = scriptOf(text);
	return script && ownScript && script !== ownScript
		? `The message is in ${ownScript} letters; the customer writes in ${script} letters.`
		: undefined;
};
