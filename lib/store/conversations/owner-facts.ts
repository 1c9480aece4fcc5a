import type { ConversationRow } from '../database/schema.ts';
import { readTimes } from '../database/stored-json.ts';

/** What is kept of who owned a thread when. */
export type OwnerFacts = Pick<
	ConversationRow,
	'thread_ours_at' | 'owned_by_other_since' | 'thread_theirs_json'
>;

/** More than an agent says in a day. What is dropped lies between the first and the newest, where hardly any news comes late. */
const NEWS_KEPT = 50;

/** What changes with the news that the thread is theirs at a moment; nothing where that is old or known. */
export function ownerAfterTheirs(facts: OwnerFacts, at: number): Partial<OwnerFacts> | undefined {
	if (at <= (facts.thread_ours_at ?? -Infinity) || theirsIn(facts).includes(at)) return undefined;
	return theirsAs([...theirsIn(facts), at]);
}

/** What changes with the news that the thread is ours at a moment; nothing where that is old. */
export function ownerAfterOurs(facts: OwnerFacts, at: number): OwnerFacts | undefined {
	if (at <= (facts.thread_ours_at ?? -Infinity)) return undefined;
	return { thread_ours_at: at, ...theirsAs(theirsIn(facts).filter((news) => news > at)) };
}

/** What is known of one thread from two conversations that turn out to be the same. */
export function joinedOwner(one: OwnerFacts, other: OwnerFacts): OwnerFacts {
	const ours = Math.max(one.thread_ours_at ?? -Infinity, other.thread_ours_at ?? -Infinity);
	const theirs = [...theirsIn(one), ...theirsIn(other)].filter((news) => news > ours);
	return { thread_ours_at: Number.isFinite(ours) ? ours : null, ...theirsAs(theirs) };
}

/** When there was news that the thread is theirs, since the last that it was ours. Older rows have the first only. */
function theirsIn({ owned_by_other_since, thread_theirs_json }: OwnerFacts): number[] {
	const news = readTimes(thread_theirs_json);
	if (news) return news;
	return owned_by_other_since === null ? [] : [owned_by_other_since];
}

function theirsAs(
	news: readonly number[],
): Pick<ConversationRow, 'owned_by_other_since' | 'thread_theirs_json'> {
	const [first, ...later] = [...new Set(news)].sort((a, b) => a - b);
	if (first === undefined) return { owned_by_other_since: null, thread_theirs_json: null };
	const kept = [first, ...later.slice(-(NEWS_KEPT - 1))];
	return { owned_by_other_since: first, thread_theirs_json: JSON.stringify(kept) };
}
