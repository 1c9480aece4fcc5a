import type { ReasonCode } from '../../../lib/follow-up/reasons/index.ts';
import { loadEngine } from '../../shared/engine.ts';
import type { Language } from '../options.ts';
import { REASONS_ES } from '../../../lib/follow-up/reasons/index.ts';

/** The sentence of every reason code. */
export type Sentences = Readonly<Record<ReasonCode, string>>;

/** The sentences in a language; the English ones are the built engine's own. */
export async function sentencesIn(lang: Language): Promise<Sentences> {
	return lang === 'es' ? REASONS_ES : (await loadEngine()).REASONS;
}
