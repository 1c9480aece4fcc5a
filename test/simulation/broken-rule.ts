import type { RuleName } from '../../lib/follow-up/rules';
import { CAUGHT_AS } from '../referee/caught-as';

/** What the referee may find when a rule is off. */
const SEEN_AS: Partial<Record<RuleName, readonly string[]>> = {
	holdOut: ['hold_out_missing'],
	templateReady: ['template_not_approved', 'template_incomplete'],
};

/** Rules that can be off without harm here, because something else by design refuses the same messages. */
export const COVERED_BY: Partial<Record<RuleName, string>> = {
	// Not wholly: of 20,000 conversations (seed 1) the rule itself still ended 8 follow-ups.
	customerSilent:
		'the store, which ends what is live as soon as it takes in a message of the customer; the little that only this rule stops is too rare to be seen here, and test/referee shows it on made-up worlds',
};

/** Whether the violations of a run without a rule are those that this rule prevents. */
export function isCaught(rule: RuleName, violations: readonly string[]): boolean {
	const faults = SEEN_AS[rule] ?? [CAUGHT_AS[rule as keyof typeof CAUGHT_AS]];
	return violations.some((violation) => faults.some((fault) => violation.includes(` ${fault}:`)));
}
