import fc from 'fast-check';
import { judge } from './verdict';

const customers = new Map([
	['first', 'c1'],
	['second', 'c2'],
	['third', 'c3'],
]);
const good = { first: 'accepted', second: 'unknown', third: 'accepted' };

function holding(states: Record<string, string>, times: Record<string, number>): boolean[] {
	const rows = Object.entries(states).map(([id, state]) => ({ id, state, reason: { sentence: '' } }));
	const claims = judge({
		customers,
		rows,
		hits: [],
		byCustomer: new Map(Object.entries(times)),
		violations: [],
	});
	return claims.map(({ holds }) => holds);
}

test('each sent once, or unknown and sent at most once: all is well', () => {
	for (const second of [0, 1]) {
		expect(holding(good, { c1: 1, c2: second, c3: 1 })).toEqual([true, true, true, true]);
	}
});

test('whatever the store says, a message that came twice is found', () => {
	const state = fc.constantFrom('scheduled', 'sending', 'accepted', 'unknown', 'ended', 'failed');
	fc.assert(
		fc.property(state, fc.integer({ min: 2, max: 5 }), (first, times) => {
			expect(holding({ ...good, first }, { c1: times, c2: 1, c3: 1 })[0]).toBe(false);
		}),
	);
});

test('one that never came is missing unless it is shown as unknown, even if the store has lost it', () => {
	for (const first of ['scheduled', 'claimed', 'sending', 'accepted', 'ended', 'failed']) {
		expect(holding({ ...good, first }, { c2: 1, c3: 1 })[1]).toBe(false);
	}
	const { first: _lost, ...rest } = good;
	expect(holding(rest, { c2: 1, c3: 1 })[1]).toBe(false);
});

test('one that came and is to be sent again, or counts as failed, is found', () => {
	for (const first of ['scheduled', 'claimed', 'ended', 'failed']) {
		expect(holding({ ...good, first }, { c1: 1, c2: 1, c3: 1 })[2]).toBe(false);
	}
});

test('kills that found nothing under way show nothing', () => {
	const hit = { moment: '', claimed: 2, sendingTaken: 0, sendingNotTaken: 0, left: 3 };
	const judged = (hits: (typeof hit)[]) =>
		judge({ customers: new Map(), rows: [], hits, byCustomer: new Map(), violations: [] }).at(-1)?.holds;
	expect(judged([hit])).toBe(false);
	expect(judged([hit, { ...hit, sendingTaken: 1 }])).toBe(true);
});
