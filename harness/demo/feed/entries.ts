import type { ReasonCode } from '../../../lib/follow-up/reasons/index.ts';
import type { FeedEntry } from '../../../sandbox/guide/guide.ts';
import type { Language } from '../options.ts';
import type { Sentences } from './sentences.ts';
import type { StoreNews, StoredMessage, StoredTransition } from './store-news.ts';

export type NewEntry = Omit<FeedEntry, 'id'>;

const STATES: Record<Language, Record<string, string>> = {
	es: { sent: 'enviado', delivered: 'entregado', read: 'leído' },
	en: { sent: 'sent', delivered: 'delivered', read: 'read' },
};
/** Who speaks for the business; a follow-up's own message is told by its transitions. */
const AUTHORS: Record<Language, Record<string, string>> = {
	es: { person: 'una persona', application: 'otra aplicación', unknown: 'el negocio' },
	en: { person: 'a person', application: 'another application', unknown: 'the business' },
};

/** Reasons whose exact sentence comes from the model. */
const SAID_BY_MODEL = /^(decided_send|not_triggered|stopped(_\w+)?|ai_asked_to_wait)$/;

/** What the guide shows of news from the store, in the order in which it happened. */
export function feedEntries(
	{ messages, transitions, definitions }: StoreNews,
	lang: Language,
	sentences: Sentences,
): NewEntry[] {
	return [
		...messages.map((message) => messageEntry(message, lang)),
		...transitions.flatMap((transition) => transitionEntries(transition, lang, sentences)),
		...definitions.map(({ name, at }): NewEntry => ({ kind: 'defined', at: iso(at), followUp: name })),
	].filter((entry) => entry !== undefined);
}

function messageEntry(message: StoredMessage, lang: Language): NewEntry | undefined {
	const { direction, author, type, text, at, contact } = message;
	const said = text ?? `[${type}]`;
	const base = { at: iso(at), who: contact };
	if (direction === 'in') return { ...base, kind: 'in', text: said };
	const speaker = AUTHORS[lang][author];
	return speaker ? { ...base, kind: 'answer', text: `${said} (${speaker})` } : undefined;
}

function transitionEntries(transition: StoredTransition, lang: Language, sentences: Sentences): NewEntry[] {
	const { from_state: from, to_state: to, reason_code: code, due_at: due } = transition;
	const base = { at: iso(transition.at), who: transition.contact, followUp: transition.name };
	const why = { text: sentence(transition, lang, sentences), code };
	if (from === null) return planned(transition, base, sentences);
	if (from === 'scheduled' && to === 'claimed') return [{ ...base, kind: 'due' }];
	if (to === 'claimed') return [{ ...base, ...why, kind: 'decided' }];
	if (to === 'scheduled')
		return [{ ...base, ...why, kind: 'waits', until: iso(waitsUntil(transition) ?? due) }];
	if (to === 'ended') return [{ ...base, ...why, kind: 'ended' }];
	if (to === 'failed' || to === 'unknown') return [{ ...base, ...why, kind: 'failed' }];
	if (to === 'sending') return [{ ...base, kind: 'sending' }];
	if (to === 'accepted') return [{ ...base, kind: 'sent' }];
	if (to === 'replied') return [{ ...base, kind: 'replied' }];
	return [{ ...base, kind: 'status', text: STATES[lang][to] ?? to }];
}

/** The due time is not always the one that was asked for; why not stands beside the plan. */
function planned(
	transition: StoredTransition,
	base: Pick<NewEntry, 'at' | 'who' | 'followUp'>,
	sentences: Sentences,
): NewEntry[] {
	const reasons = JSON.parse(transition.reasons_json) as { code: string; sentence: string }[];
	const plan: NewEntry = { ...base, kind: 'planned', until: iso(transition.due_at) };
	const [first] = reasons;
	if (!first) return [plan];
	const texts = reasons.map((one) => sentences[one.code as ReasonCode] ?? one.sentence);
	return [{ ...plan, text: texts.join('. '), code: first.code }];
}

/** What the model said is shown in its words. What the rules say in English has a general sentence in each language. */
function sentence(
	{ detail_json: json, reason_code: code }: StoredTransition,
	lang: Language,
	sentences: Sentences,
): string {
	const { reason } = json ? (JSON.parse(json) as { reason?: string }) : {};
	if (reason && (lang === 'en' || SAID_BY_MODEL.test(code))) return reason;
	return sentences[code as ReasonCode] ?? reason ?? code;
}

function waitsUntil({ detail_json: json }: StoredTransition): number | undefined {
	const { until } = json ? (JSON.parse(json) as { until?: string }) : {};
	return until ? Date.parse(until) : undefined;
}

function iso(at: number): string {
	return new Date(at).toISOString();
}
