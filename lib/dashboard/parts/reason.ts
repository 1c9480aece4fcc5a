import type { Reason } from '../../follow-up/reasons/index.ts';
import type { Context } from '../context.ts';
import { sentenceEs } from '../words/sentences-es.ts';

const ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A reason in the reader's language, with its times as the page tells them. */
export function reasonWords(reason: Reason, { f, view }: Context): string {
	const told = view.lang === 'es' ? sentenceEs(reason) : reason.sentence || reason.code;
	return told.replace(ISO, (iso) => f.moment(iso));
}
