import type { ArmCounts, ComparisonCounts } from './compare.ts';
import type { Followed } from './followed.ts';

/** Until when it is too early to say whether somebody replied or converted. */
export interface WatchTimes {
	replyMs: number;
	conversionMs: number;
	now: Date;
}

const nobody = (): ArmCounts => ({
	...{ conversations: 0, watchedForReply: 0, replied: 0, watchedForConversion: 0, converted: 0 },
});

/**
 * Counts those who got a follow-up of a chatbot and those held out. Each conversation counts once, by its first follow-up
 * from the first held-out one on: the second goes only to those who did not answer the first, and several follow-ups to one
 * customer are not several customers.
 */
export class Arms {
	private readonly seen = new Set<number>();
	private sent = nobody();
	private readonly heldOut = nobody();
	/** The moment of the first held-out one in ms. */
	private since?: number;

	constructor(
		private readonly chatbot: string,
		private readonly times: WatchTimes,
	) {}

	/** Takes in the next follow-up; they come in the order of their moments, of one moment those held out first. */
	add(one: Followed): void {
		if (one.heldOut && this.since === undefined) this.beginToCompare(one.at);
		if (!one.heldOut && !one.handedOver) return;
		if (this.seen.has(one.conversation)) return;
		this.seen.add(one.conversation);
		const arm = one.heldOut ? this.heldOut : this.sent;
		const { replyMs, conversionMs, now } = this.times;
		arm.conversations++;
		if (one.at + replyMs <= now.getTime()) {
			arm.watchedForReply++;
			if (one.replyMs !== undefined) arm.replied++;
		}
		if (one.at + conversionMs <= now.getTime()) {
			arm.watchedForConversion++;
			if (one.converted) arm.converted++;
		}
	}

	/** Until now nobody was held out: everybody got follow-ups, and there was nobody to compare them with. */
	private beginToCompare(at: number): void {
		this.since = at;
		this.seen.clear();
		this.sent = nobody();
	}

	/** The result. */
	counts(): ComparisonCounts {
		const { chatbot, since, sent, heldOut } = this;
		return {
			...{ chatbot, sent, heldOut },
			...(since === undefined ? {} : { comparedFrom: new Date(since).toISOString() }),
		};
	}
}
