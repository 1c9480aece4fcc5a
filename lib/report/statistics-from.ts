import { groupBy } from '../store/group-by';
import { compare, type ComparisonCounts } from './compare';
import { sumOf, type PlainCounts } from './counted';
import { rateOf } from './intervals';
import { daysOf, slotReader } from './slots';
import { timeToReply } from './time-to-reply';
import { sumOfCosts, sumOfModelUse } from './totals';
import type { CurrencyCost, FollowUpStatistics, ModelTotals, Statistics, StatisticsQuery } from './types';

interface Of {
	chatbot: string;
	followUpId: string;
}

/** Counts of one follow-up in one slot of time (see slots.ts). */
type SlotCounts = Of & PlainCounts & { name: string; colour: string | null; slot: number };

/** What the store counted. */
export interface StatisticsParts {
	defined: (Of & { name: string; colour: string | null })[];
	counts: SlotCounts[];
	reasons: (Of & { slot: number; code: string; count: number })[];
	delays: (Of & { ms: number })[];
	comparisons: ComparisonCounts[];
	costs: (Of & CurrencyCost)[];
	model: (Of & ModelTotals)[];
}

type Scope = StatisticsQuery & Statistics['settings'];

/** Puts together what the store counted: totals, chatbots, follow-ups, days, hours, comparisons. */
export function statisticsFrom(scope: Scope, parts: StatisticsParts): Statistics {
	const { from, to, timeZone, replyHours, conversionDays, detectableDifference } = scope;
	return {
		range: { from: from.toISOString(), to: to.toISOString(), timeZone },
		settings: { replyHours, conversionDays, detectableDifference },
		total: summary(parts, replyHours),
		byChatbot: chatbotsOf(parts).map((chatbot) => ({
			chatbot,
			...summary(
				only(parts, (one) => one.chatbot === chatbot),
				replyHours,
			),
		})),
		byFollowUp: followUpsOf(parts).map(({ chatbot, followUpId, name, colour }): FollowUpStatistics => {
			const own = only(parts, (one) => one.chatbot === chatbot && one.followUpId === followUpId);
			return {
				...{ chatbot, followUpId, name, ...(colour ? { colour } : {}) },
				...summary(own, replyHours),
			};
		}),
		byDay: byDay(scope, parts),
		byHour: byHour(scope, parts),
		holdOut: parts.comparisons.map((one) => compare(one, detectableDifference)),
	};
}

function summary(parts: StatisticsParts, replyHours: number): Statistics['total'] {
	const counts = sumOf(parts.counts, parts.reasons);
	return {
		...counts,
		replyRate: rateOf(counts.replied, counts.sent),
		conversionRate: rateOf(counts.converted, counts.sent),
		timeToReply: timeToReply(
			parts.delays.map(({ ms }) => ms),
			replyHours,
		),
		costs: sumOfCosts(parts.costs),
		model: sumOfModelUse(parts.model),
	};
}

function only(parts: StatisticsParts, isWanted: (one: Of) => boolean): StatisticsParts {
	return {
		...parts,
		counts: parts.counts.filter(isWanted),
		reasons: parts.reasons.filter(isWanted),
		delays: parts.delays.filter(isWanted),
		costs: parts.costs.filter(isWanted),
		model: parts.model.filter(isWanted),
	};
}

function chatbotsOf(parts: StatisticsParts): string[] {
	return [...new Set(followUpsOf(parts).map(({ chatbot }) => chatbot))].sort();
}

/** Those defined now in their order, then those that are defined no more. */
function followUpsOf({ defined, counts }: StatisticsParts): StatisticsParts['defined'] {
	const all = new Map<string, StatisticsParts['defined'][number]>();
	for (const { chatbot, followUpId, name, colour } of [...defined, ...counts]) {
		const key = JSON.stringify([chatbot, followUpId]);
		if (!all.has(key)) all.set(key, { chatbot, followUpId, name, colour });
	}
	return [...all.values()];
}

function byDay({ from, to, timeZone }: Scope, parts: StatisticsParts): Statistics['byDay'] {
	const read = slotReader(timeZone);
	const counts = groupBy(parts.counts, ({ slot }) => read(slot).day);
	const reasons = groupBy(parts.reasons, ({ slot }) => read(slot).day);
	return daysOf(from, to, timeZone).map((day) => ({
		day,
		...sumOf(counts.get(day) ?? [], reasons.get(day) ?? []),
	}));
}

function byHour({ timeZone }: Scope, { counts }: StatisticsParts): Statistics['byHour'] {
	const read = slotReader(timeZone);
	const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, replied: 0, sent: 0 }));
	for (const { slot, replied, sent } of counts) {
		const own = hours[read(slot).hour] as (typeof hours)[number];
		own.replied += replied;
		own.sent += sent;
	}
	return hours.map(({ hour, replied, sent }) => ({ hour, ...rateOf(replied, sent) }));
}
