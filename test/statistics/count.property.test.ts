import * as fc from 'fast-check';
import { Counter, type Scope } from '../../lib/statistics/count.ts';
import type { Followed } from '../../lib/statistics/followed.ts';
import { statisticsFrom } from '../../lib/statistics/statistics-from.ts';
import type { FollowUpCounts, Statistics } from '../../lib/statistics/types.ts';

/** Across both changes of the clocks in New York and on Lord Howe Island, where they are moved by half an hour. */
const FROM = Date.UTC(2026, 2, 1);
const TO = Date.UTC(2026, 10, 20);
const ZONES = ['America/Bogota', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const MINUTE = 60_000;

const followed = fc
	.record({
		conversation: fc.nat(20),
		chatbot: fc.constantFrom('a', 'b'),
		followUpId: fc.constantFrom('x', 'y'),
		at: fc.integer({ min: FROM, max: TO - 1 }),
		state: fc.constantFrom('scheduled', 'accepted', 'delivered', 'replied', 'failed', 'unknown', 'ended'),
		reasonCode: fc.constantFrom('held_out', 'stopped'),
		accepted: fc.boolean(),
		delivered: fc.boolean(),
		read: fc.boolean(),
		replyMs: fc.option(fc.integer({ min: 0, max: 72 * 60 * MINUTE - 1 }), { nil: undefined }),
		converted: fc.boolean(),
	})
	.map(({ accepted, replyMs, ...one }): Followed => {
		const reached = ['accepted', 'delivered', 'replied'].includes(one.state);
		const sent = reached || (one.state === 'failed' && accepted);
		const heldOut = one.state === 'ended' && one.reasonCode === 'held_out';
		const handedOver = sent || one.state === 'failed' || one.state === 'unknown';
		const reply = (handedOver || heldOut) && replyMs !== undefined ? { replyMs } : {};
		return { ...one, ...reply, sent, heldOut, handedOver, replyEnds: one.at + 72 * 60 * MINUTE };
	});

const inOrder = (all: Followed[]) =>
	[...all].sort((a, b) => a.at - b.at || Number(b.heldOut) - Number(a.heldOut));

const scopeIn = (timeZone: string): Scope => ({
	...{ from: new Date(FROM), to: new Date(TO), now: new Date(TO), timeZone },
	...{ replyHours: 72, conversionDays: 7, detectableDifference: 0.1 },
});

function counted(all: Followed[], timeZone: string, batch: number): Statistics {
	const scope = scopeIn(timeZone);
	const sorted = inOrder(all);
	const counter = new Counter(scope);
	for (let start = 0; start < sorted.length; start += batch) counter.add(sorted.slice(start, start + batch));
	return statisticsFrom(scope, { known: [], counted: counter.counted(), costs: [], model: [] });
}

const sum = (list: FollowUpCounts[], name: 'planned' | 'sent' | 'replied' | 'ended' | 'awaiting') =>
	list.reduce((total, one) => total + one[name], 0);

test('days, hours, follow-ups and chatbots each add up to the total, in every time zone', () => {
	fc.assert(
		fc.property(fc.array(followed), fc.constantFrom(...ZONES), (all, zone) => {
			const { total, byDay, byHour, byFollowUp, byChatbot } = counted(all, zone, 7);
			for (const name of ['planned', 'sent', 'replied', 'ended', 'awaiting'] as const)
				for (const parts of [byDay, byFollowUp, byChatbot]) expect(sum(parts, name)).toBe(total[name]);
			expect(byHour.reduce((of, hour) => of + hour.of, 0)).toBe(total.sent);
			expect(byHour.reduce((replied, hour) => replied + hour.count, 0)).toBe(total.replied);
			expect(new Set(byDay.map(({ day }) => day)).size).toBe(byDay.length);
		}),
		{ numRuns: 60 },
	);
});

test('every follow-up is in exactly one of the ends, and no part is larger than its whole', () => {
	fc.assert(
		fc.property(fc.array(followed), (all) => {
			const { total } = counted(all, 'UTC', 7);
			const { planned, pending, sent, refused, unknown, ended } = total;
			expect(planned).toBe(all.length);
			expect(pending + sent + refused + unknown + ended).toBe(planned);
			for (const part of ['delivered', 'read', 'replied', 'converted', 'undelivered', 'awaiting'] as const)
				expect(total[part]).toBeLessThanOrEqual(sent);
			expect(total.read).toBeLessThanOrEqual(total.delivered);
			expect(total.endedBy.reduce((count, one) => count + one.count, 0)).toBe(ended);
			expect(total.timeToReply.buckets.reduce((count, one) => count + one.count, 0)).toBe(total.replied);
		}),
	);
});

test('where groups are compared no conversation counts twice, and the batches make no difference', () => {
	fc.assert(
		fc.property(fc.array(followed), fc.integer({ min: 1, max: 50 }), (all, batch) => {
			const { holdOut } = counted(all, 'UTC', batch);
			for (const { chatbot, sent, heldOut } of holdOut) {
				const own = all.filter((one) => one.chatbot === chatbot && (one.heldOut || one.handedOver));
				const since = Math.min(...own.filter((one) => one.heldOut).map(({ at }) => at));
				const compared = own.filter(({ at }) => since === Infinity || at >= since);
				const people = new Set(compared.map(({ conversation }) => conversation));
				expect(sent.conversations + heldOut.conversations).toBe(people.size);
				expect(sent.reply.of).toBeLessThanOrEqual(sent.conversations);
			}
			expect(holdOut).toEqual(counted(all, 'UTC', 1_000).holdOut);
		}),
	);
});

test('follow-ups that never went out may be counted beforehand, by quarters of an hour, in every time zone', () => {
	fc.assert(
		fc.property(fc.array(followed), fc.constantFrom(...ZONES), (all, timeZone) => {
			const isWatched = (one: Followed) => one.heldOut || one.handedOver;
			const inQuarter = (one: Followed) =>
				JSON.stringify({ ...groupOf(one), at: one.at - (one.at % (15 * MINUTE)) });
			const groups = [
				...Map.groupBy(
					all.filter((one) => !isWatched(one)),
					inQuarter,
				),
			].map(([group, { length }]) => ({
				...(JSON.parse(group) as ReturnType<typeof groupOf>),
				count: length,
			}));
			const scope = scopeIn(timeZone);
			const counter = new Counter(scope);
			counter.addGroups(groups);
			counter.add(inOrder(all.filter(isWatched)));
			const none = { known: [], costs: [], model: [] };
			expect(statisticsFrom(scope, { ...none, counted: counter.counted() })).toEqual(
				counted(all, timeZone, 7),
			);
		}),
	);
});

function groupOf({ chatbot, followUpId, state, reasonCode, at }: Followed) {
	return { chatbot, followUpId, state, reasonCode, at };
}
