import { compare } from './compare.ts';
import type { Counted, Scope } from './count.ts';
import { daysOf } from './day.ts';
import { rateOf } from './intervals.ts';
import { Tally, together } from './tally.ts';
import { timeToReply } from './time-to-reply.ts';
import { sumOfCosts, sumOfModelUse } from './totals.ts';
import type { CurrencyCost, FollowUpStatistics, ModelTotals, Statistics } from './types.ts';

interface Of {
	chatbot: string;
	followUpId: string;
}

/** A follow-up as it is defined now, or was when it was last seen. */
export interface KnownFollowUp extends Of {
	name: string;
	colour?: string;
	/** It is no longer in its chatbot's list. */
	removed: boolean;
}

/** What was counted and added up. */
export interface StatisticsParts {
	known: KnownFollowUp[];
	counted: Counted;
	costs: (Of & CurrencyCost)[];
	model: (Of & ModelTotals)[];
}

/** Puts together what was counted: totals, chatbots, follow-ups, days, hours, comparisons. */
export function statisticsFrom(scope: Scope, parts: StatisticsParts): Statistics {
	const { from, to, timeZone, replyHours, conversionDays, detectableDifference } = scope;
	const { counted } = parts;
	const followUps = followUpsOf(parts);
	const summary = (isWanted: (one: Of) => boolean) => summaryOf(parts, isWanted, replyHours);
	return {
		range: { from: from.toISOString(), to: to.toISOString(), timeZone },
		settings: { replyHours, conversionDays, detectableDifference },
		total: summary(() => true),
		byChatbot: [...new Set(followUps.map(({ chatbot }) => chatbot))].map((chatbot) => ({
			chatbot,
			...summary((one) => one.chatbot === chatbot),
		})),
		byFollowUp: followUps.map(
			({ chatbot, followUpId, name, colour }): FollowUpStatistics => ({
				...{ chatbot, followUpId, name, ...(colour ? { colour } : {}) },
				...summary((one) => one.chatbot === chatbot && one.followUpId === followUpId),
			}),
		),
		byDay: daysOf(from, to, timeZone).map((day) => ({
			day,
			...(counted.days.get(day) ?? new Tally()).total(),
		})),
		byHour: counted.hours.map(({ sent, replied }, hour) => ({ hour, ...rateOf(replied, sent) })),
		holdOut: counted.arms
			.map((arms) => compare(arms.counts(), detectableDifference))
			.sort((a, b) => a.chatbot.localeCompare(b.chatbot)),
	};
}

function summaryOf(
	{ counted, costs, model }: StatisticsParts,
	isWanted: (one: Of) => boolean,
	replyHours: number,
): Statistics['total'] {
	const tally = together(counted.followUps.filter(isWanted).map((one) => one.tally));
	const counts = tally.total();
	return {
		...counts,
		replyRate: rateOf(counts.replied, counts.sent),
		conversionRate: rateOf(counts.converted, counts.sent),
		timeToReply: timeToReply(tally.delays, replyHours),
		costs: sumOfCosts(costs.filter(isWanted)),
		model: sumOfModelUse(model.filter(isWanted)),
	};
}

/** By chatbot; those defined now in their order, also without any counts, then those that are defined no more. */
function followUpsOf({ known, counted }: StatisticsParts): Omit<KnownFollowUp, 'removed'>[] {
	const keyOf = ({ chatbot, followUpId }: Of) => JSON.stringify([chatbot, followUpId]);
	const names = new Map(known.map((one) => [keyOf(one), one]));
	const now = known.filter(({ removed }) => !removed);
	const present = new Set(now.map(keyOf));
	const gone = counted.followUps
		.filter((one) => !present.has(keyOf(one)))
		.map(({ chatbot, followUpId }) => ({
			...{ chatbot, followUpId, name: followUpId },
			...names.get(keyOf({ chatbot, followUpId })),
		}))
		.sort((a, b) => a.followUpId.localeCompare(b.followUpId));
	return [...now, ...gone].sort((a, b) => a.chatbot.localeCompare(b.chatbot));
}
