import { isLive, type FollowUpState } from '../follow-up/lifecycle.ts';
import type { ReasonCode } from '../follow-up/reasons/index.ts';
import type { CountedGroup, Followed } from './followed.ts';
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
		const isOver = one.state !== 'unknown' && one.state !== 'ended' && !isLive(one.state as FollowUpState);
		if (!isOver || !one.sent) return this.addGroup({ ...one, count: 1 });
		this.counts.planned++;
		this.addSent(one, now);
	}

	/** Counts so many that never went out, or of which nobody knows. */
	addGroup({ state, reasonCode, count }: Pick<CountedGroup, 'state' | 'reasonCode' | 'count'>): void {
		const { counts } = this;
		counts.planned += count;
		if (isLive(state as FollowUpState)) counts.pending += count;
		else if (state === 'unknown') counts.unknown += count;
		else if (state === 'ended') {
			counts.ended += count;
			this.reasons.set(reasonCode, (this.reasons.get(reasonCode) ?? 0) + count);
		} else counts.refused += count;
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
