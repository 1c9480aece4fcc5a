import { reason, type Reason } from '../reasons/index.ts';
import { accountPaused } from './account-paused.ts';
import { active } from './active.ts';
import { businessAnswered } from './business-answered.ts';
import { cap } from './cap.ts';
import { converted } from './converted.ts';
import { customerSilent } from './customer-silent.ts';
import { dryRun } from './dry-run.ts';
import { clockFits } from './clock-fits.ts';
import { controlGroup } from './control-group.ts';
import { marketingHeldBack } from './marketing-held-back.ts';
import { marketingOptedOut } from './marketing-opted-out.ts';
import { minimumGap } from './minimum-gap.ts';
import { optedOut } from './opted-out.ts';
import { paused } from './paused.ts';
import { personWrote } from './person-wrote.ts';
import { platform } from './platform.ts';
import { quietHours } from './quiet-hours.ts';
import type { Rule, RuleFacts, Verdict } from './rule.ts';
import { reactionAnswered } from './reaction-answered.ts';
import { silenceOver } from './silence-over.ts';
import { startedAfterActivation } from './started-after-activation.ts';
import { templateReady } from './template-ready.ts';
import { threadOwner } from './thread-owner.ts';
import { unansweredInARow } from './unanswered-in-a-row.ts';
import { usMarketing } from './us-marketing.ts';
import { windowOpen } from './window-open.ts';

/**
 * All rules in the order in which they are asked, when planning, when deciding and right before sending alike; the first
 * that objects gives the reason. What the customer said comes first, then what the business set, then what Meta allows at
 * the moment the message would go, then how much is good for the customer.
 */
export const RULES = {
	optedOut,
	customerSilent,
	reactionAnswered,
	converted,
	active,
	platform,
	startedAfterActivation,
	threadOwner,
	accountPaused,
	clockFits,
	paused,
	personWrote,
	silenceOver,
	businessAnswered,
	windowOpen,
	marketingOptedOut,
	marketingHeldBack,
	usMarketing,
	templateReady,
	unansweredInARow,
	cap,
	minimumGap,
	quietHours,
	dryRun,
	controlGroup,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

export type RulesResult = { kind: 'allow'; at: Date; reasons: Reason[] } | { kind: 'end'; reason: Reason };

/** A waiting rule moves the time and all rules are asked again; more rounds than this means two rules push each other. */
const MAX_ROUNDS = 20;

/**
 * Asks all rules about a message that would go at `facts.at`. A rule that asks to wait moves the time on and all are asked
 * again, looking ahead. The answer holds the moment that all agree to; when deciding or sending, a moment later than
 * `facts.at` means to wait until then and to ask anew on the facts of that moment.
 */
export function askRules(facts: RuleFacts): RulesResult {
	const now = facts.now ?? facts.at;
	const reasons: Reason[] = [];
	let asked: RuleFacts = { ...facts, now };
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const verdict = firstObjection(asked);
		if (verdict.kind === 'allow') return { kind: 'allow', at: asked.at, reasons };
		if (verdict.kind === 'end') return { kind: 'end', reason: withHistory(verdict.reason, reasons) };
		const at = verdict.kind === 'wait' ? verdict.until : verdict.to;
		if (verdict.kind === 'wait' ? at <= asked.at : at >= asked.at || at < now)
			throw new Error(`A rule moved the time the wrong way (${verdict.reason.code})`);
		// Moved forward by one rule and back by another: there is no moment that suits both.
		const stands = verdict.kind === 'earlier' && reasons.some(({ code }) => WAITS_THAT_STAND.has(code));
		if (stands && verdict.atBest) {
			asked = { ...asked, toTheEdge: true };
			continue;
		}
		if (stands) {
			const isHoliday = verdict.reason.code === 'before_public_holiday';
			const why = reason(isHoliday ? 'holiday_past_window' : 'quiet_past_window');
			return { kind: 'end', reason: withHistory(why, reasons) };
		}
		reasons.push(verdict.reason);
		asked = { ...asked, at, phase: 'plan' };
	}
	throw new Error('The rules did not come to an end: two of them move the time in turns');
}

/** What made a follow-up wait; moving it to an earlier time would undo that. Quiet hours of the day before do not matter. */
const WAITS_THAT_STAND = new Set<string>([
	'paused_until',
	'waiting_for_other_app',
	'person_wrote',
	'silence_not_over',
	'minimum_gap',
	'marketing_held_back',
	'before_quiet_hours',
	'before_public_holiday',
]);

function withHistory(why: Reason, before: Reason[]): Reason {
	if (before.length === 0) return why;
	return {
		...why,
		sentence: `${why.sentence} (it had been moved: ${before.map(({ sentence }) => sentence).join('; ')})`,
	};
}

function firstObjection(facts: RuleFacts): Verdict {
	for (const rule of Object.values<Rule>(RULES)) {
		const verdict = rule(facts);
		if (verdict.kind !== 'allow') return verdict;
	}
	return { kind: 'allow' };
}
