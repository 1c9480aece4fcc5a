import { Arms } from './arms';
import { calendarOf } from './day';
import type { Followed } from './followed';
import { Tally } from './tally';
import type { Statistics, StatisticsQuery } from './types';

/** The query with its defaults filled in. */
export type Scope = StatisticsQuery & Statistics['settings'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What was counted, by everything that statistics show it by. */
export interface Counted {
	followUps: { chatbot: string; followUpId: string; tally: Tally }[];
	days: Map<string, Tally>;
	/** By hour of the day, 0 to 23. */
	hours: { sent: number; replied: number }[];
	arms: Arms[];
}

/**
 * Counts the follow-ups of a range, which come in batches and in the order of their moments.
 * @param firstHeldOut the moment of the first held-out one by chatbot, in ms
 */
export async function count(
	scope: Scope,
	batches: AsyncIterable<Followed[]>,
	firstHeldOut: ReadonlyMap<string, number>,
): Promise<Counted> {
	const followUps = new Map<string, Counted['followUps'][number]>();
	const days = new Map<string, Tally>();
	const arms = new Map<string, Arms>();
	const hours = Array.from({ length: 24 }, () => ({ sent: 0, replied: 0 }));
	const calendar = calendarOf(scope.timeZone);
	const { now, replyHours, conversionDays } = scope;
	const times = { now, replyMs: replyHours * HOUR_MS, conversionMs: conversionDays * DAY_MS };

	for await (const batch of batches) {
		for (const one of batch) {
			const { chatbot, followUpId } = one;
			const { day, hour } = calendar(one.at);
			const own = made(followUps, JSON.stringify([chatbot, followUpId]), () => ({
				...{ chatbot, followUpId, tally: new Tally() },
			}));
			own.tally.add(one, now);
			made(days, day, () => new Tally()).add(one, now);
			made(arms, chatbot, () => new Arms(chatbot, firstHeldOut.get(chatbot), times)).add(one);
			if (one.sent) addToHour(hours[hour] as Counted['hours'][number], one);
		}
	}
	return { followUps: [...followUps.values()], days, hours, arms: [...arms.values()] };
}

function addToHour(hour: Counted['hours'][number], { replyMs }: Followed): void {
	hour.sent++;
	if (replyMs !== undefined) hour.replied++;
}

function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const before = map.get(key);
	if (before !== undefined) return before;
	const value = make();
	map.set(key, value);
	return value;
}
