/** What a customer may want no more of: any message, or marketing. */
export type WishKind = 'all' | 'marketing';

/**
 * The ways in which somebody asks for no more messages, and which wish takes each back. Of several that stand the first in
 * this list is the one that is told: what the customer said in the chat forbids the most, what they chose at Meta only they
 * take back, what was understood or set for them comes last.
 */
const STOPS = {
	allByCustomer: { kind: 'all', by: 'customer', takenBackBy: ['agreed'] },
	allByModel: { kind: 'all', by: 'model', takenBackBy: ['agreed'] },
	allByBusiness: { kind: 'all', by: 'business', takenBackBy: ['agreed'] },
	marketingByCustomer: {
		kind: 'marketing',
		by: 'customer',
		takenBackBy: ['agreed', 'marketingResumedAtMeta'],
	},
	marketingAtMeta: { kind: 'marketing', by: undefined, takenBackBy: ['marketingResumedAtMeta'] },
	marketingByBusiness: {
		kind: 'marketing',
		by: 'business',
		takenBackBy: ['agreed', 'marketingResumedAtMeta'],
	},
} as const satisfies Record<
	string,
	{ kind: WishKind; by: string | undefined; takenBackBy: readonly ('agreed' | 'marketingResumedAtMeta')[] }
>;

export type Stop = keyof typeof STOPS;
/** `agreed`: as a person of the business wrote down; at Meta the customer resumes marketing, and no other message. */
export type Wish = Stop | 'agreed' | 'marketingResumedAtMeta';

/**
 * What is known of somebody's wishes: the newest time of each, in ms, and what was said of it. The time is the customer's own
 * where Meta tells it, and ours where a person did something here. It is the same however often and in whatever order the
 * wishes were told.
 */
export interface Wishes {
	at: Partial<Record<Wish, number>>;
	notes: Partial<Record<Wish, string>>;
}

/** One wish. A clock that is ahead counts as now, or no later wish would count for as long as it is. */
export function oneWish(wish: Wish, at: number, now: Date, note?: string): Wishes {
	const when = Math.min(at, now.getTime());
	return { at: { [wish]: when }, notes: note === undefined ? {} : { [wish]: note } };
}

/** All wishes of both; whose are told first makes no difference. */
export function joinWishes(one: Wishes, other: Wishes): Wishes {
	const joined: Wishes = { at: { ...one.at }, notes: { ...one.notes } };
	for (const [key, at] of Object.entries(other.at)) {
		const wish = key as Wish;
		const known = joined.at[wish] ?? -Infinity;
		if (at < known) continue;
		const notes = [other.notes[wish], ...(at === known ? [joined.notes[wish]] : [])];
		const note = notes
			.filter((said) => said !== undefined)
			.sort()
			.at(-1);
		joined.at[wish] = at;
		if (note === undefined) delete joined.notes[wish];
		else joined.notes[wish] = note;
	}
	return joined;
}

/** Whether a stop was not taken back since; of two at one moment the stop stands. */
export function stands({ at }: Wishes, stop: Stop): boolean {
	const stoppedAt = at[stop];
	return (
		stoppedAt !== undefined && STOPS[stop].takenBackBy.every((wish) => stoppedAt >= (at[wish] ?? -Infinity))
	);
}

/** The stop that stands, since when and by whom; `by` is missing for what the customer chose at Meta. */
export function standingStop(
	wishes: Wishes,
	kind: WishKind,
): { at: number; by: 'customer' | 'model' | 'business' | undefined } | undefined {
	const stop = (Object.keys(STOPS) as Stop[]).find((one) => STOPS[one].kind === kind && stands(wishes, one));
	return stop && { at: wishes.at[stop] as number, by: STOPS[stop].by };
}

/** What forbids messages, and no more: what is left of the wishes where nothing else is to be remembered. */
export function stopsOnly(wishes: Wishes): Wishes {
	const standing = (Object.keys(STOPS) as Stop[]).filter((stop) => stands(wishes, stop));
	return { at: Object.fromEntries(standing.map((stop) => [stop, wishes.at[stop]])), notes: {} };
}
