import { joinedOwner } from '../conversations/owner-facts.ts';
import { forbiddingWishes, joinedWishes } from '../conversations/wish-facts.ts';
import { userIdOf } from './aliases.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';

/**
 * How long a number rests at least before somebody else gets it: 45 days in the United States (FCC 18-177, 84 FR 11226, read
 * 2026-11-24); no shorter rule is known to us elsewhere. Until then a known number with another user ID is most likely the
 * same person, whose notice of a new ID is late.
 */
export const NUMBER_RESTS_MS = 45 * 24 * 60 * 60 * 1000;

/**
 * What changes when somebody who is known by their number alone is heard of again after it has rested: it may have a new
 * owner. Their wishes stay, their texts and name are shown to nobody; what the business said since may have reached the new one.
 */
export function afterRest(row: ConversationRow, now: Date): ConversationChanges | undefined {
	const { last_inbound_at, owner_since } = row;
	if (userIdOf(row) !== undefined || last_inbound_at === null) return undefined;
	const since = last_inbound_at + NUMBER_RESTS_MS;
	if (since > now.getTime() || since === owner_since) return undefined;
	return { owner_since: since, name: null, username: null };
}

/** When a customer or the business last wrote, in ms: from then on the number may rest. */
export function lastSeenAt(row: ConversationRow): number {
	return Math.max(row.last_inbound_at ?? 0, row.last_outbound_at ?? 0, row.created_at);
}

/**
 * What forbids messages to the conversation that has a number now: its own, and that of the number's earlier one. Texts and
 * history do not come along: they would be shown to somebody else if the number did get a new owner.
 */
export function forbidsOfBoth(
	present: ConversationRow,
	earlier: ConversationRow,
	now: Date,
): ConversationChanges {
	if (now.getTime() - lastSeenAt(earlier) >= NUMBER_RESTS_MS) return {};
	return {
		...joinedWishes(present, forbiddingWishes(earlier)),
		...longerPause(present, earlier),
		...joinedOwner(present, earlier),
		person_wrote_at: latest(present.person_wrote_at, earlier.person_wrote_at),
	};
}

/** Of two moments in ms the later one, as far as there is any. */
export function latest(one: number | null, other: number | null): number | null {
	return one === null ? other : other === null ? one : Math.max(one, other);
}

type Pause = Pick<ConversationRow, 'paused_at' | 'paused_until' | 'pause_reason'>;

/** Of two pauses of one person the one that lasts longer; one without an end lasts longest. */
export function longerPause(one: Pause, other: Pause): Pause {
	const endOf = ({ paused_at, paused_until }: Pause): number =>
		paused_at === null ? -Infinity : (paused_until ?? Infinity);
	const { paused_at, paused_until, pause_reason } = endOf(one) >= endOf(other) ? one : other;
	return { paused_at, paused_until, pause_reason };
}
