import type { Check } from './check.ts';
import { runsShared, standsIn, wordsOf } from './word-runs.ts';

/** A run this long is no coincidence; shorter ones are how one takes up what the customer wants. */
const RUN = 6;
const SHARE = 0.5;

/** Who asks a machine to say something puts it in quotes; in ordinary talk few words stand in them. */
const QUOTED = /["“«„]([^"“”«»„]+)["”»“]/gu;
const QUOTED_WORDS = 3;

/** A customer cannot make the business say something by writing it: the message must not be theirs, nor mostly theirs. */
export const dictated: Check = ({ text, seen }) => {
	const own = wordsOf(text);
	const shared = runsShared(own, RUN);
	const said = seen.filter(({ from }) => from === 'customer').map((message) => message.text ?? '');
	const copied = said.some((source) => {
		const words = wordsOf(source);
		return (
			standsIn(own, words) ||
			shared(words) > own.length * SHARE ||
			quotedIn(source).some((quoted) => standsIn(quoted, own))
		);
	});
	return copied
		? 'The message repeats what the customer wrote; write what the business has to say, in its own words.'
		: undefined;
};

function quotedIn(source: string): string[][] {
	const quotes = [...source.matchAll(QUOTED)].map(([, inside = '']) => wordsOf(inside));
	return quotes.filter((words) => words.length >= QUOTED_WORDS);
}
