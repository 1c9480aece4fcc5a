import { RULES, type RuleName } from './index.ts';
import type { Rule, RuleFacts, Verdict } from './rule.ts';

/** What one rule says of a message, whatever the others say. */
export interface RuleAnswer {
	rule: RuleName;
	verdict: Verdict;
}

/** The answer of every rule by itself, in the order in which they are asked: for people who want to know why. */
export function answersOfRules(facts: RuleFacts): RuleAnswer[] {
	return Object.entries<Rule>(RULES).map(([rule, ask]) => ({
		rule: rule as RuleName,
		verdict: ask(facts),
	}));
}
