import type { Channel } from '../../lib/messaging/channel.ts';
import { asNow, type Now } from '../../lib/store/database/now.ts';
import type { PhraseLanguage } from '../opt-out/phrase-list.ts';
import type { Story } from '../referee/referee.ts';
import { Chance } from './chance.ts';
import { Clock } from './clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Options {
	conversations: number;
	seed: number;
	days: number;
}

/** A customer with everything the referee saw happen, in the order in which the business could know of it. */
export interface Customer {
	number: number;
	channel: Channel;
	contact: { id: string; phone?: string; name?: string; previousId?: string };
	/** The two ways in which the number of some is written. */
	writings?: readonly [string, string];
	story: Story;
	language: PhraseLanguage;
	/** Meta Business Agent answers this customer; whether it has the thread at this moment. */
	agent?: { holds: boolean };
	/** Has asked to be left alone; does nothing more. */
	gone: boolean;
	rehearsal: boolean;
	/** Texts and templates that reached the customer, by follow-up and silence. */
	got: Set<string>;
}

export class World {
	readonly chance: Chance;
	readonly clock: Clock;
	readonly start: number;
	readonly end: number;
	/** When something last reached the business; some customers still write when the days are over. */
	lastHeardAt: number;
	readonly counts = new Map<string, number>();
	readonly violations: string[] = [];
	private readonly outages: Record<'store' | 'model' | 'graph' | 'template', { from: number; to: number }[]>;
	/** Until when nothing may go to anybody on a channel. */
	readonly accountPausedUntil = new Map<Channel, number>();

	constructor(readonly options: Options) {
		this.chance = new Chance(options.seed);
		this.start = Date.UTC(2026, 9, 26);
		this.end = this.start + options.days * DAY;
		this.lastHeardAt = this.end;
		this.clock = new Clock(this.start);
		this.outages = {
			store: this.someOutages(),
			model: this.someOutages(),
			graph: this.someOutages(),
			template: this.someOutages(2 * DAY),
		};
	}

	get now(): Now {
		return asNow(new Date(this.clock.now));
	}

	isDown(what: 'store' | 'model' | 'graph' | 'template', at = this.clock.now): boolean {
		return this.outages[what].some(({ from, to }) => at >= from && at < to);
	}

	count(what: string, by = 1): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + by);
	}

	violates(what: string, details: string): void {
		this.count(`VIOLATION ${what}`);
		this.violations.push(`${this.now.toISOString()} ${what}: ${details}`);
	}

	/** Two or three times a week something is down, for minutes or for hours; Meta takes a template back for longer. */
	private someOutages(longest = 3 * HOUR) {
		return Array.from({ length: Math.ceil(this.options.days / 3) }, () => {
			const from = this.start + this.chance.between(0, this.options.days * DAY);
			return { from, to: from + this.chance.between(5 * MINUTE, longest) };
		});
	}
}
