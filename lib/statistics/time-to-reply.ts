import { quantile } from './quantile.ts';
import type { TimeToReply } from './types.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTE_MS = 60_000;

/** Where one bucket ends and the next begins, in minutes; those past the reply time are left out. */
const EDGES = [0, 5, 15, 30, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 30 * DAY];

/** How long customers took, from the times in ms between follow-ups and their replies, in any order. */
export function timeToReply(delaysMs: readonly number[], replyHours: number): TimeToReply {
	const minutes = delaysMs.map((ms) => ms / MINUTE_MS).sort((a, b) => a - b);
	const end = replyHours * HOUR;
	const starts = EDGES.filter((edge) => edge < end);
	const buckets = starts.map((fromMinutes, index) => {
		const toMinutes = starts[index + 1] ?? end;
		const count = minutes.filter((one) => one >= fromMinutes && one < toMinutes).length;
		return { fromMinutes, toMinutes, count };
	});
	if (minutes.length === 0) return { replies: 0, buckets };
	const [medianMinutes, p75Minutes] = [0.5, 0.75].map((share) => quantile(minutes, share)) as [
		number,
		number,
	];
	return { replies: minutes.length, medianMinutes, p75Minutes, buckets };
}
