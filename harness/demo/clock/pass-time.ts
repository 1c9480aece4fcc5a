import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreReader } from '../feed/store-news.ts';
import type { DemoClock } from './clock.ts';

/** A moment past the due time, so that it has surely come. */
const MARGIN_MS = 1_000;
/** n8n looks every few seconds, and then a run begins. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 200;
/** What is put off again and again does not hold a day up. */
const MOST_STOPS = 8;

/**
 * Puts the clock forward as time would pass: at each follow-up that comes due on the way it waits until that was dealt with.
 * In one jump over a day, the follow-ups of that day would all come too late.
 */
export async function passTime(
	clock: DemoClock,
	reader: Pick<StoreReader, 'nextDue' | 'isUnderWay'>,
	ms: number,
	signal?: AbortSignal,
): Promise<void> {
	const end = clock.now().getTime() + ms;
	for (let stops = 0; stops < MOST_STOPS && !signal?.aborted; stops++) {
		const due = reader.nextDue();
		if (due === undefined || due + MARGIN_MS >= end) break;
		const ahead = due + MARGIN_MS - clock.now().getTime();
		if (ahead > 0) await clock.advance(ahead);
		const giveUpAt = performance.now() + PATIENCE_MS;
		while (reader.isUnderWay(clock.now()) && performance.now() < giveUpAt && !signal?.aborted)
			await sleep(LOOK_EVERY_MS);
	}
	const left = end - clock.now().getTime();
	if (left > 0) await clock.advance(left);
}
