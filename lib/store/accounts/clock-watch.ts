import { LRUCache } from 'lru-cache';
import type { EventKind, MessagingEvent } from '../../messaging/messaging-event.ts';
import { clockOffBy, CLOCK_TOLERANCE_MS, withArrival, type Arrival } from '../../messaging/clock-offset.ts';
import type { AccountAddress } from './pauses.ts';

/** What deliveries say of our clock, to be written down. */
export interface ClockNews extends AccountAddress {
	/** How far it is ahead of Meta's, below zero behind; 0: it fits. */
	offMs: number;
	/** It is not only said once more. */
	isNew: boolean;
}

/** Things that Meta tells when they happen; of others, such as imported history, the time says nothing of ours. */
const TOLD_AT_ONCE: readonly EventKind[] = [
	...(['message', 'postback', 'reaction', 'referral', 'call', 'echo'] as const),
	...(['status', 'read', 'standby'] as const),
];

/** Time that the steady timer does not know of: the clock was set, or the machine slept. */
const SET_MS = 60_000;
/** What is wrong is said again this often, so that it is known to be so still. */
const WRONG_AGAIN_MS = 60_000;
/** What fits is said again this often, because another process may have said otherwise before it ended. */
const FITS_AGAIN_MS = 10 * 60_000;
const ACCOUNTS_MOST = 1_000;

interface Watched {
	arrivals: readonly Arrival[];
	told?: { offMs: number; steady: number };
}

/**
 * Compares our clock with Meta's at every delivery, account by account: one account's odd messages must not stop another. It
 * remembers in this process; what it finds is written down only when it changes, because deliveries of one account must not
 * wait for each other.
 *
 * Our clock is the one that decides, the database server's where there is one. When it was set, all it was compared by is
 * void; a demo, whose clock jumps and hurries, never gets as far as a finding.
 */
export class ClockWatch {
	private readonly accounts = new LRUCache<string, Watched>({ max: ACCOUNTS_MOST });
	private last?: { at: number; steady: number };

	constructor(private readonly steady: () => number) {}

	/** Looks at a delivery; gives what is to be written down. The same delivery may be looked at twice. */
	see(events: readonly MessagingEvent[], now: Date): ClockNews[] {
		const steady = this.steady();
		this.noticeJump(now.getTime(), steady);
		const told = events.filter(
			({ kind, at }) => TOLD_AT_ONCE.includes(kind) && !Number.isNaN(Date.parse(at)),
		);
		return [...Map.groupBy(told, keyOf)].flatMap(([key, ofAccount]) => {
			const youngest = ofAccount.reduce((a, b) => (b.at > a.at ? b : a));
			const at = now.getTime();
			const watched = this.accounts.get(key) ?? { arrivals: [] };
			const arrival = { id: youngest.id, at, ageMs: at - Date.parse(youngest.at) };
			watched.arrivals = withArrival(watched.arrivals, arrival);
			this.accounts.set(key, watched);
			const offMs = clockOffBy(watched.arrivals);
			if (offMs === undefined || !isNews(watched.told, offMs, steady)) return [];
			const isNew = offMs !== 0 && (watched.told?.offMs ?? 0) === 0;
			return [{ channel: youngest.channel, account: youngest.account, offMs, isNew }];
		});
	}

	/** It is written down, and committed. */
	wrote(news: readonly ClockNews[]): void {
		const steady = this.steady();
		for (const one of news) {
			const watched = this.accounts.get(keyOf(one));
			if (watched) watched.told = { offMs: one.offMs, steady };
		}
	}

	private noticeJump(at: number, steady: number): void {
		const { last } = this;
		this.last = { at, steady };
		if (last && Math.abs(at - last.at - (steady - last.steady)) > SET_MS) this.accounts.clear();
	}
}

function isNews(told: Watched['told'], offMs: number, steady: number): boolean {
	if (!told) return true;
	if (offMs === 0 || told.offMs === 0) return offMs !== told.offMs || steady - told.steady > FITS_AGAIN_MS;
	return Math.abs(offMs - told.offMs) > CLOCK_TOLERANCE_MS || steady - told.steady > WRONG_AGAIN_MS;
}

const keyOf = ({ channel, account }: AccountAddress): string => `${channel}:${account}`;
