/**
 * How far our clock is from Meta's, told by deliveries: each carries Meta's time of what it tells, and arrives after it.
 *
 * An *age* is our time of arrival less Meta's time of the event: the way of the delivery, which is never less than nothing,
 * plus how far our clock is ahead. So each age is more than our clock is ahead:
 *
 * - An age below zero, a message from the future, proves that our clock is behind by that much or more. No delay can look so.
 * - A small age proves that our clock is not ahead by more than that. Only a clock that is behind by just as long as the
 *   delivery took looks the same, and not for long.
 * - A great age proves nothing by itself: Meta repeats for days what was not taken. But what comes at the first try takes
 *   seconds, and what was repeated comes at all sorts of ages. Where nothing is ever young and all are equally old, either
 *   our clock is ahead, or Meta is late with everything; in both cases nobody knows what customers said in that time.
 */
export interface Arrival {
	/** Of the event; one that is delivered again is no further witness. */
	id: string;
	/** Our time, in ms. */
	at: number;
	ageMs: number;
}

/** What is less is no trouble: hosts without a time service are some seconds off, and WhatsApp's times are whole seconds. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;

/** What says the same within this time is one witness, or those of one busy moment would push out all others. */
const ONE_WITNESS_MS = 30_000;
/** A single message with a wrong time must stop nothing. */
const PROOF = 3;
/** Nothing younger among so many, over ten minutes or more, is no accident. */
const NEVER_YOUNG = 20;

type Kind = 'future' | 'fits' | 'late';

/** The witnesses with one more; the same list when it says nothing new. */
export function withArrival(known: readonly Arrival[], arrival: Arrival): readonly Arrival[] {
	if (known.some(({ id }) => id === arrival.id)) return known;
	const place = known.findLastIndex(
		(one) => kindOf(one) === kindOf(arrival) && arrival.at - one.at < ONE_WITNESS_MS,
	);
	const same = known[place];
	if (!same) return [...known, arrival].slice(-NEVER_YOUNG);
	return arrival.ageMs < same.ageMs ? known.with(place, { ...arrival, at: same.at }) : known;
}

/**
 * How far our clock is ahead of Meta's (below zero: behind), at least as far as it is proven; 0: it fits. Undefined: not known.
 */
export function clockOffBy(known: readonly Arrival[]): number | undefined {
	const lastFit = known.findLastIndex((one) => kindOf(one) === 'fits');
	const fromFuture = known.slice(lastFit + 1).filter((one) => kindOf(one) === 'future');
	const ages = (fromFuture.length > 0 ? fromFuture : known).map(({ ageMs }) => ageMs).sort((a, b) => a - b);
	// The one that two others confirm.
	if (fromFuture.length > 0) return ages[PROOF - 1] ?? (lastFit < 0 ? undefined : 0);
	if (lastFit >= 0) return 0;
	const [least] = ages;
	const middle = ages[Math.floor(ages.length / 2)];
	if (ages.length < NEVER_YOUNG || least === undefined || middle === undefined) return undefined;
	return middle - least <= CLOCK_TOLERANCE_MS ? least : undefined;
}

function kindOf({ ageMs }: Arrival): Kind {
	if (ageMs < -CLOCK_TOLERANCE_MS) return 'future';
	return ageMs <= CLOCK_TOLERANCE_MS ? 'fits' : 'late';
}
