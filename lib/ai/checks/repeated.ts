import type { Check } from './check.ts';
import { wordsOf } from './word-runs.ts';

/** So much the same that a customer reads it as the same message again. */
const SAME = 0.9;
/** How far back a customer remembers. */
const EARLIER_MAX = 10;
/** A text so many times as long is another one, whatever its words. */
const LONGER = 3;

/** The same words twice look like a broken machine, and a recipient who blocks costs the business its number. */
export const repeated: Check = ({ text, transcript, besides }) => {
	const earlier = transcript.filter(({ by }) => by === 'follow_up').slice(-EARLIER_MAX);
	const others = [...earlier.map((message) => message.text ?? ''), ...besides];
	return others.some((other) => other.length <= text.length * LONGER && similarity(text, other) >= SAME)
		? 'The message is the same as a follow-up this customer has already received; write something else.'
		: undefined;
};

/** Of all different words in two texts, the share that stands in both. */
function similarity(one: string, other: string): number {
	const a = new Set(wordsOf(one));
	const b = new Set(wordsOf(other));
	const both = [...a].filter((word) => b.has(word)).length;
	const all = a.size + b.size - both;
	return all === 0 ? 0 : both / all;
}
