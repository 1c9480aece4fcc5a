import { sql, type RawBuilder } from 'kysely';
import { isLive, type FollowUpState } from '../../follow-up/lifecycle.ts';

// Literals, not parameters: SQLite uses an index "where state in (…)" only for a query that says so in its text.

/** Scheduled follow-ups that are not over. */
export const LIVE = sql<boolean>`state in ('scheduled', 'claimed', 'sending')`;
/** Of these, those that are on their way to Meta. */
export const SENDING = sql<boolean>`state = 'sending'`;
/** Of these, those that are not on their way to Meta. */
export const NOT_YET_SENDING = sql<boolean>`state in ('scheduled', 'claimed')`;
/** Scheduled follow-ups that are over: sent, failed or ended. */
export const OVER = sql<boolean>`state not in ('scheduled', 'claimed', 'sending')`;
/** On their way to the customer or beyond, and those held out to be compared with them. */
export const WENT_OUT = sql<boolean>`(state not in ('scheduled', 'claimed', 'ended') or reason_code = 'held_out')`;

/** Could not be brought to an end, as `isDeadLetter` has it; the first part is that of its index. */
export const DEAD_LETTER = sql<boolean>`(reason_code in ('dead_letter', 'not_taken_up') and state in ('ended', 'failed'))`;

/** Kept without a follow-up, to be compared with those that got one. */
export const HELD_OUT = sql<boolean>`(state = 'ended' and reason_code = 'held_out')`;

/** A state as a literal: SQLite plans a statement with a parameter anew for each value, to see which index would do for it. */
export function inText(state: FollowUpState): RawBuilder<FollowUpState> {
	return sql.lit(state);
}

/** The half of the table that the states lie in, as the indexes have it. */
export function halfOf(states: readonly FollowUpState[]): RawBuilder<boolean> | undefined {
	if (states.every(isLive)) return LIVE;
	return states.some(isLive) ? undefined : OVER;
}
