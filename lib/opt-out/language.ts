/**
 * What a language knows of opt-outs. All entries are regular expressions over plain words (see `plain-text.ts`): lower case,
 * no accents, one space between words; accents may be written and are taken off, and every group is a non-capturing one.
 *
 * - `{name}` stands for the entry of that name in `words`.
 * - `{thing}` stands for a message (`messages`) or, for a wish about advertising only, for `promotions`.
 * - `{gap}` stands for up to three words of any kind, but none of `turns`; what comes next follows without a space.
 * - `{start}` stands for the beginning of a sentence or part of one, politeness included.
 * - `{end}` stands for its end; `tail` may come before it.
 */
export interface Language {
	/** How the words begin of which every request has one: what has none of them needs no closer look. */
	core: string;
	/** Words for what the business sends. */
	messages: string;
	/** Words for advertising. */
	promotions: string;
	/** Groups of words that the patterns are made of; each may use those before it. */
	words: Readonly<Record<string, string>>;
	/** Words that turn the meaning round, or make another sentence of it: "don't forget to", "couldn't". */
	turns: string;
	/** Requests that count wherever they stand in a message. */
	requests: readonly string[];
	/** Words that count only if there is nothing else in the message but small talk. */
	alone: readonly string[];
	/** Words such as STOP that count as the first or last sentence of a message too, whatever the reason beside them. */
	keywords: readonly string[];
	/** The same for words of everyday life: not as the last sentence, and before a reason without a mark in capitals only. */
	everydayKeywords: readonly string[];
	/** Words that count alone in capitals only: a button of a business says "Cancel", who wants to be left alone writes CANCEL. */
	shouted: readonly string[];
	/** With these a reason or thanks begin that follow a word such as STOP without a mark: "STOP I already bought one". */
	reasons: readonly string[];
	/** Who says this beside a word such as STOP wants something, or a pause: "stop, I need the other one". */
	wants: readonly string[];
	/** Greetings, thanks and reasons, which say nothing for or against. */
	smallTalk: readonly string[];
	/** What may follow before a sentence ends: "please", "to this number". */
	tail: readonly string[];
	/** Words that a request means the same without: "already", "just". */
	fillers: string;
	/** Right before a request they turn it round, unless it begins with one itself: "do not". */
	negations: readonly string[];
	/** A request is none if this stands before it in its sentence: "why", "he said". */
	notAfter: readonly string[];
	/** A request is none if this follows: "today", "so late", "until". */
	notBefore: readonly string[];
	/** So soon that it turns round a ban ("don't write today") and not an order ("take me off the list today"). */
	soon: string;
	/** What follows makes it one for good, whatever else it says: "not today, not ever". */
	forGood: readonly string[];
	/** A message with this asks for a pause at most ("write me on Monday"), or is an automatic answer itself. */
	notWith: readonly string[];
}
