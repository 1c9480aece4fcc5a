import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Who has bought is not asked whether they still want to; a new message of theirs begins a new story.
 *
 * es: A quien ya compró no se le pregunta si todavía quiere; un mensaje nuevo suyo empieza otra historia.
 */
export const converted: Rule = ({ conversation: { convertedAt }, anchor }) =>
	convertedAt && Date.parse(convertedAt) >= Date.parse(anchor.at) ? end(reason('converted')) : ALLOW;
