import { isLive, type FollowUpState } from '../follow-up/lifecycle.ts';
import type { ReasonCode } from '../follow-up/reasons/index.ts';
import type { Followed } from './followed.ts';
import type { FollowUpCounts } from './types.ts';

const NOTHING = {
	...{ planned: 0, pending: 0, sent: 0, delivered: 0, read: 0, replied: 0, converted: 0 },
	...{ refused: 0, undelivered: 0, unknown: 0, ended: 0, awaiting: 0 },
};

/** Counts follow-ups of one kind (of one day, of one definition …) and what they brought. */
export class Tally {
	private readonly counts = { ...NOTHING };
	private readonly reasons = new Map<string, number>();
	/** How long customers took to reply, in ms. */
	readonly delays: number[] = [];

	add(one: Followed, now: Date): void {
		const { counts } = this;
		counts.planned++;
		if (isLive(one.state as FollowUpState)) counts.pending++;
		else if (one.state === 'unknown') counts.unknown++;
		else if (one.state === 'ended') this.addEnded(one.reasonCode);
		else if (one.sent) this.addSent(one, now);
		else counts.refused++;
	}

	private addEnded(code: string): void {
		this.counts.ended++;
		this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1);
	}

	private addSent(one: Followed, now: Date): void {
		const { counts } = this;
		const failed = one.state === 'failed';
		counts.sent++;
		if (failed) counts.undelivered++;
		if (one.delivered || one.read) counts.delivered++;
		if (one.read) counts.read++;
		if (one.converted) counts.converted++;
		if (one.replyMs !== undefined) {
			counts.replied++;
			this.delays.push(one.replyMs);
		} else if (!failed && one.replyEnds > now.getTime()) counts.awaiting++;
	}

	/** Takes in what another one counted. */
	include(other: Tally): void {
		for (const name of Object.keys(NOTHING) as (keyof typeof NOTHING)[])
			this.counts[name] += other.counts[name];
		for (const [code, count] of other.reasons) this.reasons.set(code, (this.reasons.get(code) ?? 0) + count);
		for (const delay of other.delays) this.delays.push(delay);
	}

	/** The result. */
	total(): FollowUpCounts {
		const endedBy = [...this.reasons]
			.map(([code, count]) => ({ code: code as ReasonCode, count }))
			.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
		return { ...this.counts, failed: this.counts.refused + this.counts.undelivered, endedBy };
	}
}

/** What several counted, together. */
export function together(tallies: Iterable<Tally>): Tally {
	const sum = new Tally();
	for (const one of tallies) sum.include(one);
	return sum;
}
