import type { FollowUpState } from './lifecycle.ts';
import type { ReasonCode } from './reasons/index.ts';

/** Ends that no rule and no customer brought about: something broke, or is wired wrong. A person may mend it and send again. */
export const DEAD_LETTER_REASONS = ['dead_letter', 'not_taken_up'] as const satisfies readonly ReasonCode[];

/** States in which such a follow-up is. Of a failed one it is certain that Meta did not take it. */
export const DEAD_LETTER_STATES = ['ended', 'failed'] as const satisfies readonly FollowUpState[];

/** Whether a follow-up may be sent again by hand. */
export function isDeadLetter({ state, code }: { state: FollowUpState; code: string }): boolean {
	return (
		(DEAD_LETTER_STATES as readonly string[]).includes(state) &&
		(DEAD_LETTER_REASONS as readonly string[]).includes(code)
	);
}
