import { REASONS, type Reason } from '../../follow-up/reasons/index.ts';
import type { Context } from '../context.ts';

/**
 * A reason in the reader's language. Where the stored sentence says more than the general one (a time, a code of Meta,
 * what the AI found), the rest of it stands behind.
 */
export function reasonWords({ code, sentence }: Reason, { t, view }: Context): string {
	const general = t.reasons[code] as string | undefined;
	if (general === undefined || (view.lang === 'en' && sentence !== '')) return sentence || code;
	const inEnglish = REASONS[code];
	if (sentence === inEnglish || sentence === '') return general;
	return sentence.startsWith(inEnglish)
		? `${general}${sentence.slice(inEnglish.length)}`
		: `${general} (${sentence})`;
}
