import { Arms, type WatchTimes } from './arms.ts';
import { calendarOf } from './day.ts';
import type { CountedGroup, Followed } from './followed.ts';
import { Tally } from './tally.ts';
import type { Statistics, StatisticsQuery } from './types.ts';

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

/** Counts the follow-ups of a range. */
export class Counter {
	private readonly followUps = new Map<string, Counted['followUps'][number]>();
	private readonly days = new Map<string, Tally>();
	private readonly arms = new Map<string, Arms>();
	private readonly hours = Array.from({ length: 24 }, () => ({ sent: 0, replied: 0 }));
	private readonly calendar: ReturnType<typeof calendarOf>;
	private readonly times: WatchTimes;

	constructor({ now, timeZone, replyHours, conversionDays }: Scope) {
		this.calendar = calendarOf(timeZone);
		this.times = { now, replyMs: replyHours * HOUR_MS, conversionMs: conversionDays * DAY_MS };
	}

	/** Takes in the next follow-ups; they come in the order of their moments, of one moment those held out first. */
	add(next: Iterable<Followed>): void {
		for (const one of next) this.addOne(one);
	}

	/** Takes in follow-ups that never went out and were counted already, in any order. */
	addGroups(groups: Iterable<CountedGroup>): void {
		for (const group of groups) {
			for (const tally of this.talliesOf(group, this.calendar(group.at).day)) tally.addGroup(group);
			this.armsOf(group.chatbot);
		}
	}

	private addOne(one: Followed): void {
		const { day, hour } = this.calendar(one.at);
		for (const tally of this.talliesOf(one, day)) tally.add(one, this.times.now);
		this.armsOf(one.chatbot).add(one);
		if (one.sent) addToHour(this.hours[hour] as Counted['hours'][number], one);
	}

	/** What counts a follow-up: everything by follow-up, and by day. */
	private talliesOf({ chatbot, followUpId }: { chatbot: string; followUpId: string }, day: string): Tally[] {
		const own = made(this.followUps, JSON.stringify([chatbot, followUpId]), () => ({
			...{ chatbot, followUpId, tally: new Tally() },
		}));
		return [own.tally, made(this.days, day, () => new Tally())];
	}

	private armsOf(chatbot: string): Arms {
		return made(this.arms, chatbot, () => new Arms(chatbot, this.times));
	}

	/** The result. */
	counted(): Counted {
		const { followUps, days, hours, arms } = this;
		return { followUps: [...followUps.values()], days, hours, arms: [...arms.values()] };
	}
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
