import fc from 'fast-check';
import {
	joinWishes,
	oneWish,
	standingStop,
	stands,
	stopsOnly,
	type Wish,
	type Wishes,
} from '../../lib/messaging/wishes.ts';

const NOW = new Date('2026-11-30T12:00:00.000Z');
const WISHES: Wish[] = [
	...(['allByCustomer', 'allByModel', 'allByBusiness'] as const),
	...(['marketingByCustomer', 'marketingAtMeta', 'marketingByBusiness'] as const),
	...(['agreed', 'marketingResumedAtMeta'] as const),
];
const NOBODY: Wishes = { at: {}, notes: {} };

const heard = fc.record(
	{
		wish: fc.constantFrom(...WISHES),
		at: fc.integer({ min: 0, max: 4 }),
		note: fc.constantFrom('a', 'b'),
	},
	{ requiredKeys: ['wish', 'at'] },
);
const one = ({ wish, at, note }: { wish: Wish; at: number; note?: string }): Wishes =>
	oneWish(wish, at, NOW, note);
const told = (...all: [Wish, number][]): Wishes =>
	all.map(([wish, at]) => one({ wish, at })).reduce(joinWishes, NOBODY);
const some = fc.array(heard, { maxLength: 6 }).map((all) => all.map(one).reduce(joinWishes, NOBODY));

test('the order in which wishes are told makes no difference, nor does hearing one again', () => {
	const story = fc.array(heard, { minLength: 1, maxLength: 8 }).chain((all) =>
		fc.record({
			all: fc.constant(all),
			order: fc.shuffledSubarray([...all, ...all], { minLength: all.length }),
		}),
	);
	fc.assert(
		fc.property(story, ({ all, order }) => {
			const inOrder = all.map(one).reduce(joinWishes, NOBODY);
			const otherwise = [...order, ...all].map(one).reduce(joinWishes, NOBODY);
			expect(otherwise).toEqual(inOrder);
		}),
	);
});

test('two who know a part each know the same together, whoever tells the other', () => {
	fc.assert(
		fc.property(some, some, some, (a, b, c) => {
			expect(joinWishes(a, b)).toEqual(joinWishes(b, a));
			expect(joinWishes(joinWishes(a, b), c)).toEqual(joinWishes(a, joinWishes(b, c)));
			expect(joinWishes(a, a)).toEqual(a);
		}),
	);
});

test.each<[string, [Wish, number][], 'all' | 'marketing', object | undefined]>([
	['a stop stands', [['allByCustomer', 1]], 'all', { at: 1, by: 'customer' }],
	[
		'who agreed later is written to',
		[
			['allByCustomer', 1],
			['agreed', 2],
		],
		'all',
		undefined,
	],
	[
		'a later stop stands',
		[
			['agreed', 2],
			['allByCustomer', 3],
		],
		'all',
		{ at: 3, by: 'customer' },
	],
	[
		'of two at one moment the stop stands',
		[
			['agreed', 2],
			['allByModel', 2],
		],
		'all',
		{ at: 2, by: 'model' },
	],
	[
		'to resume marketing allows no other message',
		[
			['allByCustomer', 1],
			['marketingResumedAtMeta', 2],
		],
		'all',
		{ at: 1, by: 'customer' },
	],
	[
		'it lifts every stop of marketing',
		[
			['marketingByCustomer', 1],
			['marketingAtMeta', 1],
			['marketingByBusiness', 1],
			['marketingResumedAtMeta', 2],
		],
		'marketing',
		undefined,
	],
	[
		'who agreed here has not agreed at Meta',
		[
			['marketingAtMeta', 1],
			['agreed', 2],
		],
		'marketing',
		{ at: 1, by: undefined },
	],
	[
		'to agree lifts what was said here',
		[
			['marketingByCustomer', 1],
			['marketingByBusiness', 1],
			['agreed', 2],
		],
		'marketing',
		undefined,
	],
	[
		'what was said in the chat is told first',
		[
			['marketingByCustomer', 1],
			['marketingAtMeta', 3],
		],
		'marketing',
		{ at: 1, by: 'customer' },
	],
	[
		'then what was chosen at Meta',
		[
			['marketingByBusiness', 4],
			['marketingAtMeta', 3],
		],
		'marketing',
		{ at: 3, by: undefined },
	],
])('%s', (_what, wishes, kind, expected) => {
	expect(standingStop(told(...wishes), kind)).toEqual(expected);
});

test('a wish from the future counts as of now, so that the next one is newer', () => {
	const ahead = oneWish('allByCustomer', NOW.getTime() + 60 * 60_000, NOW);
	expect(standingStop(ahead, 'all')?.at).toBe(NOW.getTime());
	const soon = new Date(NOW.getTime() + 60_000);
	expect(stands(joinWishes(ahead, oneWish('agreed', soon.getTime(), soon)), 'allByCustomer')).toBe(false);
});

test('what forbids forbids the same without the rest', () => {
	fc.assert(
		fc.property(some, (wishes) => {
			const kept = stopsOnly(wishes);
			for (const kind of ['all', 'marketing'] as const)
				expect(standingStop(kept, kind)).toEqual(standingStop(wishes, kind));
			expect(kept.notes).toEqual({});
			expect(Object.keys(kept.at).every((wish) => /^(all|marketing(By|At))/.test(wish))).toBe(true);
		}),
	);
});
