import type { ReasonCode } from '../follow-up/reasons';
import type { FollowUpCounts } from './types';

/** The counts that are plain numbers; `failed` and the reasons follow from others. */
export const COUNTS = [
	'planned',
	'pending',
	'sent',
	'delivered',
	'read',
	'replied',
	'converted',
	'refused',
	'undelivered',
	'unknown',
	'ended',
	'awaiting',
] as const satisfies readonly (keyof FollowUpCounts)[];

/** What the database counts; the rest is added up from it. */
export type PlainCounts = Record<(typeof COUNTS)[number], number>;

/** Adds up counts and reasons of the same follow-ups. */
export function sumOf(
	counts: readonly PlainCounts[],
	reasons: readonly { code: string; count: number }[],
): FollowUpCounts {
	const total = (name: (typeof COUNTS)[number]) => counts.reduce((sum, one) => sum + one[name], 0);
	const sums = Object.fromEntries(COUNTS.map((name) => [name, total(name)])) as PlainCounts;
	return { ...sums, failed: sums.refused + sums.undelivered, endedBy: byFrequency(reasons) };
}

function byFrequency(reasons: readonly { code: string; count: number }[]): FollowUpCounts['endedBy'] {
	const totals = new Map<string, number>();
	for (const { code, count } of reasons) totals.set(code, (totals.get(code) ?? 0) + count);
	return [...totals]
		.map(([code, count]) => ({ code: code as ReasonCode, count }))
		.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
