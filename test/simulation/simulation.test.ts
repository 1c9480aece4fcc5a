import fc from 'fast-check';
import type { RuleName } from '../../lib/follow-up/rules/index.ts';
import { isCaught } from './broken-rule.ts';
import { shardsOf, sumOf } from './shards.ts';
import { simulate } from './simulate.ts';

const small = { conversations: 120, days: 4, seed: 1 };

test('a few customers over some days: nothing forbidden, nothing twice, nothing lost', async () => {
	const { counts, violations } = await simulate({ conversations: 300, days: 6, seed: 4 });
	expect(violations).toEqual([]);
	const table = new Map(counts);
	expect(table.get('messages sent')).toBeGreaterThan(100);
	for (const happened of [
		...['end: ended cancelled_reply', 'customers who bought', 'conversations paused', 'accounts paused'],
		...['end: ended converted', 'decided: wait (account_paused)', 'webhooks answered 500', 'model calls'],
	])
		expect([happened, table.get(happened)]).toEqual([happened, expect.any(Number)]);
}, 120_000);

test('a seed brings it all back', async () => {
	expect(await simulate(small)).toEqual(await simulate(small));
}, 120_000);

test.each<RuleName>(['quietHours', 'businessAnswered', 'cap'])(
	'without the rule %s the referee finds it',
	async (without) => {
		const { violations } = await simulate({ ...small, without });
		expect(isCaught(without, violations)).toBe(true);
	},
	120_000,
);

test('the parts of a simulation have all its customers and seeds of their own, the same each time', () => {
	const world = fc.record({
		...{ conversations: fc.integer({ min: 1, max: 20_000 }), seed: fc.integer({ min: 1 }) },
		days: fc.integer({ min: 1, max: 30 }),
	});
	fc.assert(
		fc.property(world, fc.integer({ min: 1, max: 8 }), (options, count) => {
			const parts = shardsOf(options, count);
			expect(parts.reduce((sum, { conversations }) => sum + conversations, 0)).toBe(options.conversations);
			expect(new Set(parts.map(({ seed }) => seed)).size).toBe(parts.length);
			expect(shardsOf(options, count)).toEqual(parts);
			if (count === 1) expect(parts).toEqual([options]);
		}),
	);
});

test('the sum has what happened in each part, and says where something went wrong', () => {
	const sum = sumOf([
		{ seed: 7, outcome: { counts: [['sent', 2]], violations: [] } },
		{
			seed: 9,
			outcome: {
				counts: [
					['sent', 3],
					['lost', 1],
				],
				violations: ['one is lost'],
			},
		},
	]);
	expect(sum).toEqual({
		counts: [
			['lost', 1],
			['sent', 5],
		],
		violations: ['[seed 9] one is lost'],
	});
});
