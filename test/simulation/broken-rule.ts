import { RULES, type RuleName } from '../../lib/follow-up/rules/index.ts';
import { CAUGHT_AS } from '../referee/referee.ts';

/** Laws that no rule holds alone. */
type Law = 'onePerson' | 'refusalsInWords' | 'newestWish' | 'publicHolidays' | 'handOver';

/** What a run can be without: a rule, or what holds another law. */
export type Breakable = RuleName | Law;

export const isRule = (name: Breakable): name is RuleName => Object.hasOwn(RULES, name);

/** What the referee may find when something is off. */
const SEEN_AS: Partial<Record<Breakable, readonly string[]>> = {
	onePerson: ['after_reply_under_another_number'],
	refusalsInWords: ['after_opt_out', 'marketing_stopped', 'unheard'],
	newestWish: ['left_alone_unasked', 'marketing_stopped', 'after_opt_out'],
	publicHolidays: ['public_holiday'],
	handOver: ['paused'],
	controlGroup: ['hold_out_missing'],
	templateReady: ['template_not_approved', 'template_incomplete'],
};

/** A piece of the engine that is left out of a run, besides the rule. */
export interface LeftOut {
	/** Path from the project's folder. */
	file: string;
	/** As it stands in the file; a run is refused when it does not. */
	text: string;
	/** What stands there instead; nothing unless given. */
	instead?: string;
	what: string;
}

/**
 * What else enforces the law of a rule: with the rule alone switched off nothing would go wrong, which shows nothing about
 * the referee.
 */
export const ALSO_OFF: Partial<Record<RuleName, LeftOut>> & Record<Law, LeftOut> = {
	onePerson: {
		file: 'lib/messaging/phone-writings.ts',
		text: `if (long.test(number)) return [number, number.replace(long, shorten)];
		if (short.test(number)) return [number, number.replace(short, lengthen)];`,
		what: 'that one phone is one person under both writings of its number',
	},
	refusalsInWords: {
		file: 'lib/opt-out/index.ts',
		text: ', ...RECOGNISERS.map((scopeIn) => scopeIn(plain))',
		what: 'that a refusal is understood as a sentence, and not only as a word such as STOP',
	},
	newestWish: {
		file: 'lib/messaging/wishes.ts',
		text: 'const when = Math.min(at, now.getTime());',
		instead: 'const when = now.getTime();',
		what: "that a wish counts by the customer's time and not by the time at which it is told",
	},
	handOver: {
		file: 'lib/store/queue/decision.ts',
		text: 'if (ended && isHandedOver(stopKind)) await handOverToPerson(tx, row, sentence, now);',
		what: 'that a conversation handed over to a person is paused',
	},
	publicHolidays: {
		file: 'lib/follow-up/quiet-hours.ts',
		text: `if (isPublicHoliday(publicHolidays, day))
		return { leftMs: (day + 1) * DAY_MS - local, pastMs: local - day * DAY_MS, offset };`,
		what: 'that a public holiday is quiet all day',
	},
	customerSilent: {
		file: 'lib/store/contacts/heard.ts',
		text: "this.ended += await endBroken(tx, broken, reason('cancelled_reply'), now);",
		what: 'that the store ends what is live when the customer writes',
	},
	reactionAnswered: {
		file: 'lib/store/contacts/reaction.ts',
		text: `effects.cancelled += await endLive(tx, row.id, reason('cancelled_reaction'), now, {
		plannedBefore: { at, id: event.id },
		notOf: await chatbotsWithoutReactions(tx),
	});`,
		what: 'that the store ends what is live when the customer answers with a reaction',
	},
	converted: {
		file: 'lib/store/manage/convert.ts',
		text: "endLive(tx, row.id, reason('converted'), now, { plannedBefore: { at, id: '' } })",
		instead: '0',
		what: 'that the store ends what is live when a sale is noted',
	},
};

/** All that a run can be without. */
export const BREAKABLES = [
	...Object.keys(RULES),
	...['onePerson', 'refusalsInWords', 'newestWish', 'publicHolidays', 'handOver'],
] as Breakable[];

/** Whether the violations of a run without a rule are those that this rule prevents. */
export function isCaught(rule: Breakable, violations: readonly string[]): boolean {
	const faults = SEEN_AS[rule] ?? [CAUGHT_AS[rule as keyof typeof CAUGHT_AS]];
	return violations.some((violation) => faults.some((fault) => violation.includes(` ${fault}:`)));
}
