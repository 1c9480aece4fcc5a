import { DUE_TIME_REASONS } from './due-time.ts';
import { ENDED_REASONS } from './ended.ts';
import { PROGRESS_REASONS } from './progress.ts';
import type { Sentences } from './sentences.ts';
import { STAFF_EVENT_REASONS } from './staff-events.ts';

/**
 * Every reason a follow-up can be planned differently, delayed, not sent or ended for, with the sentence that a person
 * reads. One entry a reason, so that the log, the node output, the dashboard and the docs say the same in both languages.
 */
export const REASON_GROUPS: readonly { title: Sentences; reasons: Readonly<Record<string, Sentences>> }[] = [
	{
		title: { en: 'A due time that is not the one asked for', es: 'Una hora que no es la pedida' },
		reasons: DUE_TIME_REASONS,
	},
	{
		title: { en: 'Ended without a message', es: 'Terminado sin mensaje' },
		reasons: ENDED_REASONS,
	},
	{
		title: { en: 'What became of a message', es: 'Qué pasó con un mensaje' },
		reasons: PROGRESS_REASONS,
	},
	{
		title: { en: 'What the staff is told', es: 'Lo que se le avisa al equipo' },
		reasons: STAFF_EVENT_REASONS,
	},
];

const ALL = { ...DUE_TIME_REASONS, ...ENDED_REASONS, ...PROGRESS_REASONS, ...STAFF_EVENT_REASONS };

export type ReasonCode = keyof typeof ALL;

function inLanguage(language: keyof Sentences): Readonly<Record<ReasonCode, string>> {
	const sentences = Object.entries(ALL).map(([code, sentence]) => [code, sentence[language]]);
	return Object.fromEntries(sentences) as Record<ReasonCode, string>;
}

/** The sentence of every reason in English. */
export const REASONS = inLanguage('en');

/** The same in Spanish. */
export const REASONS_ES = inLanguage('es');

/** A reason code with the sentence a person reads. */
export interface Reason {
	code: ReasonCode;
	sentence: string;
}

/** The reason with its sentence; `detail` replaces the general sentence by a more exact one. */
export function reason(code: ReasonCode, detail?: string): Reason {
	return { code, sentence: detail ?? REASONS[code] };
}
