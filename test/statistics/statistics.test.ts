import type { Scope } from '../../lib/statistics/count.ts';
import type { CountedGroup, Followed } from '../../lib/statistics/followed.ts';
import type { Statistics } from '../../lib/statistics/types.ts';
import type { Db } from '../../lib/store/database/db.ts';
import { openDatabase } from '../../lib/store/open-store.ts';
import { followed } from '../../lib/store/statistics/followed.ts';
import { countGroups } from '../../lib/store/statistics/groups.ts';
import { scopeOf } from '../../lib/store/statistics/scope.ts';
import { slicesOf } from '../../lib/store/statistics/slices.ts';
import { databases, useStore } from '../support/stores.ts';
import * as byHand from './table/expected.ts';
import { STORIES } from './table/stories.ts';
import { registerChatbots, tell, TIME_ZONE, when } from './table/tell.ts';

const RANGE = { from: when('2 00:00'), to: when('5 00:00'), timeZone: TIME_ZONE };
/** All reply and conversion times are over. */
const LATER = when('20 00:00');

describe.each(databases)('statistics against a table counted by hand, on $name', (kind) => {
	const shared = useStore(kind);
	let counted: Statistics;
	let db: Db;

	beforeAll(async () => {
		await registerChatbots(shared.store);
		for (const story of STORIES) await tell(shared.store, story);
		counted = await shared.store.statistics({ ...RANGE, now: LATER });
		db = (await openDatabase(shared.database.options)).db;
	}, 60_000);
	afterAll(async () => await db?.destroy());

	const followUp = (id: string) => counted.byFollowUp.find(({ followUpId }) => followUpId === id);

	test('the table has at least thirty conversations', () => {
		expect(STORIES.length).toBeGreaterThanOrEqual(30);
	});

	test('how far the follow-ups came, in all and each', () => {
		expect(counted.total).toMatchObject(byHand.TOTAL);
		expect(followUp('first')).toMatchObject({
			...byHand.FIRST,
			chatbot: 'shop',
			name: 'first',
			colour: 'blue',
		});
		expect(followUp('second')).toMatchObject(byHand.SECOND);
		expect(followUp('other')).toMatchObject(byHand.OTHER);
		expect(counted.byFollowUp.map(({ followUpId }) => followUpId)).toEqual(['other', 'first', 'second']);
	});

	test('how far they came on each day of the time zone', () => {
		expect(counted.byDay).toEqual(byHand.DAYS);
	});

	test('replies by the hour of the sending', () => {
		const hours = Array.from({ length: 24 }, (_, hour) => ({
			hour,
			of: byHand.HOURS[hour]?.[0] ?? 0,
			count: byHand.HOURS[hour]?.[1] ?? 0,
		}));
		expect(counted.byHour.map(({ hour, of, count }) => ({ hour, of, count }))).toEqual(hours);
		expect(counted.byHour[10]?.rate).toBeCloseTo(4 / 6);
		expect(counted.byHour[3]).toEqual({ hour: 3, count: 0, of: 0 });
	});

	test('how long customers took', () => {
		const { buckets, ...times } = counted.total.timeToReply;
		expect({ ...times, buckets: byHand.TIME_TO_REPLY.buckets }).toEqual(byHand.TIME_TO_REPLY);
		const filled = buckets.filter(({ count }) => count > 0);
		expect(Object.fromEntries(filled.map(({ fromMinutes, count }) => [fromMinutes, count]))).toEqual(
			byHand.TIME_TO_REPLY.buckets,
		);
	});

	test('those who got a follow-up against those held out', () => {
		const [other, group] = counted.holdOut;
		expect(other).toMatchObject({ chatbot: 'other', state: 'no_hold_out', sent: { conversations: 3 } });
		expect(other).not.toHaveProperty('replyLift');
		if (!group?.replyLift) throw new Error('The chatbot has both groups');
		expect(armsOf(group)).toEqual({ sent: byHand.COMPARED.sent, heldOut: byHand.COMPARED.heldOut });
		expect(group.comparedFrom).toBe(when('2 10:00').toISOString());
		expectInterval(group.sent.reply.interval, byHand.COMPARED.sentInterval);
		expectInterval(group.heldOut.reply.interval, byHand.COMPARED.heldOutInterval);
		expect(group.replyLift.difference).toBeCloseTo(byHand.COMPARED.lift, 4);
		expectInterval(group.replyLift.interval, byHand.COMPARED.liftInterval);
		expect(group).toMatchObject({
			state: 'not_enough_data',
			sentence: { en: byHand.COMPARED.sentence, es: byHand.COMPARED.frase },
		});
	});

	test('what the messages cost, by currency, with the unknown ones apart', () => {
		expect(counted.total.costs).toEqual(byHand.COSTS);
	});

	test('what deciding took', () => {
		expect(counted.total.model).toEqual(byHand.MODEL);
		expect(followUp('first')?.model).toEqual(byHand.MODEL_OF_FIRST);
	});

	test('while reply times still run, those follow-ups wait and are not compared', async () => {
		const earlier = await shared.store.statistics({ ...RANGE, now: when('5 11:00') });
		expect(earlier.total.awaiting).toBe(byHand.EARLIER.awaiting);
		const group = earlier.holdOut.find(({ chatbot }) => chatbot === 'shop');
		expect(group && armsOf(group)).toEqual({ sent: byHand.EARLIER.sent, heldOut: byHand.EARLIER.heldOut });
	});

	test('a chatbot, a follow-up, a platform by itself', async () => {
		const { store } = shared;
		const query = { ...RANGE, now: LATER };
		expect((await store.statistics({ ...query, chatbot: 'other' })).total).toMatchObject(byHand.OTHER);
		expect((await store.statistics({ ...query, chatbot: 'shop', followUpId: 'second' })).total).toMatchObject(
			byHand.SECOND,
		);
		expect((await store.statistics({ ...query, channel: 'instagram' })).total).toMatchObject({
			...{ planned: 1, sent: 1, delivered: 1, read: 1, replied: 1 },
		});
		expect((await store.statistics({ ...query, chatbot: 'nobody' })).total).toMatchObject({ planned: 0 });
	});

	test('cut into small slices every follow-up comes once, in the order of its moment', async () => {
		const scope = scopeOf({ ...RANGE, now: LATER });
		const whole = await followed(db, scope);
		const counted = async (one: Scope) => sumOf((await countGroups(db, one)).counted);
		expect(whole.length + (await counted(scope))).toBe(byHand.TOTAL.planned);
		expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).sort((a, b) => a - b));
		for (const size of [1, 2, 7, whole.length, 1_000]) {
			const cut: Followed[][] = [];
			let others = 0;
			for await (const slice of slicesOf(db, scope, size)) {
				cut.push(await followed(db, slice));
				others += await counted(slice);
			}
			expect(cut.flat()).toEqual(whole);
			expect(whole.length + others).toBe(byHand.TOTAL.planned);
			for (const slice of cut) expect(slice.length <= size || countAtOnce(slice)).toBe(true);
		}
	});

	test('between two slices other work goes on', async () => {
		let others = 0;
		let next: NodeJS.Immediate;
		const work = () => {
			others++;
			next = setImmediate(work);
		};
		work();
		const seen: number[] = [];
		for await (const slice of slicesOf(db, scopeOf({ ...RANGE, now: LATER }), 1)) {
			await followed(db, slice);
			seen.push(others);
		}
		clearImmediate(next!);
		expect(seen.length).toBeGreaterThan(10);
		expect(new Set(seen).size).toBe(seen.length);
	});

	test('a shorter reply time finds fewer replies', async () => {
		// Within one hour: 1, 12 has exactly one and is late, as are 11 and 6; 13 and 15.
		const counted = await shared.store.statistics({ ...RANGE, now: LATER, replyHours: 1 });
		expect(counted.total.replied).toBe(3);
	});
});

function sumOf(groups: readonly CountedGroup[]): number {
	return groups.reduce((sum, { count }) => sum + count, 0);
}

function countAtOnce(slice: Followed[]): boolean {
	return new Set(slice.map(({ at }) => at)).size === 1;
}

type Compared = Statistics['holdOut'][number];

function armsOf({ sent, heldOut }: Pick<Compared, 'sent' | 'heldOut'>) {
	const short = ({ conversations, reply, conversion }: Compared['sent']) => ({
		...{ conversations, reply: [reply.count, reply.of], conversion: [conversion.count, conversion.of] },
	});
	return { sent: short(sent), heldOut: short(heldOut) };
}

function expectInterval(interval: { low: number; high: number } | undefined, [low, high]: number[]): void {
	expect(interval?.low).toBeCloseTo(low as number, 4);
	expect(interval?.high).toBeCloseTo(high as number, 4);
}
