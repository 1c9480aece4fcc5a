import type { Reason } from '../reasons';
import { active } from './active';
import { businessAnswered } from './business-answered';
import { customerSilent } from './customer-silent';
import { optedOut } from './opted-out';
import { paused } from './paused';
import { platform } from './platform';
import type { Rule, RuleFacts } from './rule';
import { startedAfterActivation } from './started-after-activation';
import { threadOwner } from './thread-owner';
import { windowOpen } from './window-open';

/**
 * All rules in the order in which they are asked; the first that objects gives the reason. What the customer said comes
 * first, then what the business set, then what Meta allows at the moment the message would go.
 */
export const RULES: Record<string, Rule> = {
	optedOut,
	customerSilent,
	active,
	platform,
	startedAfterActivation,
	threadOwner,
	paused,
	businessAnswered,
	windowOpen,
};

export type RulesResult = { kind: 'allow'; at: Date; reasons: Reason[] } | { kind: 'end'; reason: Reason };

/** A waiting rule moves the time and all rules are asked again; more rounds than this means two rules push each other. */
const MAX_ROUNDS = 20;

/**
 * Asks all rules about a message that would go at `facts.at`. When planning, a rule that asks to wait moves the time on and
 * all are asked again; when deciding, the follow-up waits until then and is asked anew on the facts of that moment.
 */
export function askRules(facts: RuleFacts): RulesResult {
	const reasons: Reason[] = [];
	let at = facts.at;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const objection = firstObjection({ ...facts, at });
		if (objection.kind === 'allow') return { kind: 'allow', at, reasons };
		if (objection.kind === 'end') return objection;
		reasons.push(objection.reason);
		if (objection.until <= at)
			throw new Error(`A rule asked to wait until a moment that is not later (${objection.reason.code})`);
		at = objection.until;
		if (facts.phase === 'decide') return { kind: 'allow', at, reasons };
	}
	throw new Error('The rules did not come to an end: two of them move the time in turns');
}

function firstObjection(facts: RuleFacts): ReturnType<Rule> {
	for (const rule of Object.values(RULES)) {
		const verdict = rule(facts);
		if (verdict.kind !== 'allow') return verdict;
	}
	return { kind: 'allow' };
}
