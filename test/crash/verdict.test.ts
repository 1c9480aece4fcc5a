import fc from 'fast-check';
import { judge } from './verdict.ts';

const customers = new Map([
	['first', 'c1'],
	['second', 'c2'],
	['third', 'c3'],
]);
const ALL_HOLD = [true, true, true, true, true];
const good = { first: 'accepted', second: 'unknown', third: 'accepted' };

const nothing = { replied: new Map<string, number>(), undelivered: 0, hits: [], violations: [] };

function holding(
	states: Record<string, string>,
	times: Record<string, number>,
	more: { code?: string; replied?: Map<string, number>; undelivered?: number } = {},
): boolean[] {
	const { code = '', ...evidence } = more;
	const rows = Object.entries(states).map(([id, state]) => ({ id, state, reason: { code, sentence: '' } }));
	const byCustomer = new Map(Object.entries(times));
	return judge({ ...nothing, customers, rows, byCustomer, ...evidence }).map(({ holds }) => holds);
}

test('each sent once, or unknown and sent at most once: all is well', () => {
	for (const second of [0, 1]) {
		expect(holding(good, { c1: 1, c2: second, c3: 1 })).toEqual(ALL_HOLD);
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

test('one that never came because the customer wrote first is not missing', () => {
	const states = { ...good, first: 'ended' };
	const cancelled = { code: 'cancelled_reply', replied: new Map([['first', 1]]) };
	expect(holding(states, { c2: 1, c3: 1 }, cancelled)).toEqual(ALL_HOLD);
	const nobodyWrote = { ...cancelled, replied: new Map() };
	expect(holding(states, { c2: 1, c3: 1 }, nobodyWrote)[1]).toBe(false);
});

test('a reply that is lost, recorded twice or never taken from Meta is found', () => {
	const sent = { c1: 1, c2: 1, c3: 1 };
	for (const times of [0, 2]) {
		expect(holding(good, sent, { replied: new Map([['first', times]]) })[3]).toBe(false);
	}
	expect(holding(good, sent, { undelivered: 1 })[3]).toBe(false);
	expect(holding(good, sent, { replied: new Map([['first', 1]]) })).toEqual(ALL_HOLD);
});

test('kills that found nothing under way show nothing', () => {
	const hit = { moment: '', claimed: 2, sendingTaken: 0, sendingNotTaken: 0, left: 3 };
	const judged = (hits: (typeof hit)[]) =>
		judge({ ...nothing, customers: new Map(), rows: [], hits, byCustomer: new Map() }).at(-1)?.holds;
	expect(judged([hit])).toBe(false);
	expect(judged([hit, { ...hit, sendingTaken: 1 }])).toBe(true);
});
