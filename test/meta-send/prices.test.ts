import fc from 'fast-check';
import {
	estimateCost,
	marketOf,
	monthOf,
	objectionOfBudget,
	parseRateTable,
	RATE_TABLE,
	type CostFacts,
} from '../../lib/index.ts';
import { HOUR, START, after } from '../support/time.ts';

const RATES = parseRateTable({
	...{ date: '2026-10-01', source: 'The test', currency: 'USD' },
	rates: { CO: { marketing: 0.02, utility: 0.001, service: 0.001 }, AR: { marketing: 0.06 } },
});
const CONTACT = { id: 'CO.AAA', phone: '573001112233' };
const conversation = (more: object = {}) => ({ channel: 'whatsapp' as const, contact: CONTACT, ...more });
const estimate = (more: Partial<CostFacts> = {}) =>
	estimateCost({ conversation: conversation(), rates: RATES, at: START, ...more });

test.each([
	['573001112233', 'CO'],
	['5491122334455', 'AR'],
	['18095551234', 'DO'],
	['12125551234', 'US'],
	['14165551234', 'CA'],
	['77011234567', 'KZ'],
	['79161234567', 'RU'],
	['447911123456', 'GB'],
	['99999999999', undefined],
])('the number %s is priced for %s', (phone, market) => {
	expect(marketOf({ id: 'XX.1', phone })).toBe(market);
	expect(marketOf({ id: phone })).toBe(market);
	expect(marketOf({ id: `+${phone}` })).toBe(market);
});

test('without a phone the user ID tells the market', () => {
	expect(marketOf({ id: 'BR.1A2B' })).toBe('BR');
	expect(marketOf({ id: '' })).toBeUndefined();
});

test('a template costs the rate of its category; one of unknown category counts as marketing', () => {
	expect(estimate({ template: { category: 'utility' } })).toMatchObject({
		low: 0.001,
		high: 0.001,
		market: 'CO',
	});
	expect(estimate({ template: {} })).toMatchObject({ low: 0.02, high: 0.02, category: 'marketing' });
	expect(estimate({ template: {} }).why).toMatch(/^At most the rate/);
	expect(estimate({ template: { category: 'utility' } }).why).toMatch(/^Rate of/);
});

test('a text is free while the free messages of the month last, then a service message; if unknown, a range', () => {
	expect(estimate()).toMatchObject({ low: 0, high: 0.001, category: 'service' });
	expect(estimate({ freeServiceLeft: 3 })).toMatchObject({ low: 0, high: 0 });
	expect(estimate({ freeServiceLeft: 0 })).toMatchObject({ low: 0.001, high: 0.001 });
	expect(estimate({ at: new Date('2026-09-30T23:59:59Z') })).toMatchObject({ low: 0, high: 0 });
	expect(estimate({ at: new Date('2026-10-01T00:00:00Z') })).toMatchObject({ high: 0.001 });
});

test('who came by an ad is free for 72 hours, if somebody answers within 24', () => {
	const freeEntryAt = START.toISOString();
	const marketing = { template: { category: 'marketing' as const } };
	const at = (hours: number, lastOutboundAt?: string) =>
		estimate({
			...marketing,
			at: after(hours * HOUR),
			conversation: conversation({ freeEntryAt, lastOutboundAt }),
		}).high;
	const answered = after(HOUR).toISOString();
	expect([at(71, answered), at(72, answered)]).toEqual([0, 0.02]);
	expect([at(23), at(24)]).toEqual([0, 0.02]);
	expect(at(30, after(-HOUR).toISOString())).toBe(0.02);
});

test('Messenger and Instagram cost nothing', () => {
	for (const channel of ['messenger', 'instagram'] as const)
		expect(estimate({ conversation: { channel, contact: { id: '1' } } })).toMatchObject({ low: 0, high: 0 });
});

test('without a rate nobody knows, and that is never nothing', () => {
	const facts = fc.record({
		phone: fc.constantFrom('573001112233', '5491122334455', '5215512345678', '99999'),
		category: fc.constantFrom('marketing', 'utility', 'authentication', undefined),
	});
	fc.assert(
		fc.property(facts, ({ phone, category }) => {
			const template = category ? { category: category as 'utility' } : undefined;
			const { market, high, low, why } = estimate({
				...{ conversation: conversation({ contact: { id: phone, phone } }), template },
				freeServiceLeft: 0,
			});
			const rate = RATES.rates[market ?? '']?.[template ? template.category : 'service'];
			expect([low, high]).toEqual([rate, rate]);
			if (rate === undefined) expect(why).toContain('has no');
		}),
	);
});

test('the rates that come along are dated, say where they are from, and hold nothing that is not known', () => {
	expect(parseRateTable(RATE_TABLE)).toEqual(RATE_TABLE);
	expect(Object.keys(RATE_TABLE.rates)).toEqual(['AR', 'BD', 'BR', 'CL', 'CO', 'EG']);
	expect(RATE_TABLE.rates.CO).toMatchObject({ marketing: 0.0125, service: 0.0008 });
	expect(RATE_TABLE.rates.MX).toBeUndefined();
	expect(RATE_TABLE.source).toContain('not checked');
});

test.each([
	['no JSON', '{', /it is no JSON/],
	['no source', { ...RATES, source: '' }, /source is empty/],
	['a country that is none', { ...RATES, rates: { Colombia: {} } }, /must be a country code/],
	[
		'a negative rate',
		{ ...RATES, rates: { CO: { marketing: -1 } } },
		/rates\.CO\.marketing must be 0 or more/,
	],
	[
		'a rate in words',
		{ ...RATES, rates: { CO: { marketing: '0.1' } } },
		/rates\.CO\.marketing must be a number/,
	],
	['a category that is none', { ...RATES, rates: { CO: { promo: 1 } } }, /promo/],
])('a rate table with %s is refused by its field', (_what, given, complaint) => {
	expect(() => parseRateTable(given)).toThrow(complaint);
	expect(parseRateTable(JSON.stringify(RATES))).toEqual(RATES);
});

test('a budget never lets more through than it holds, counting the most a message may cost', () => {
	const price = fc.integer({ min: 1, max: 100_000 }).map((micros) => micros / 1_000_000);
	fc.assert(
		fc.property(
			fc.array(price, { maxLength: 60 }),
			fc.integer({ min: 0, max: 2_000_000 }),
			(prices, micros) => {
				const budget = micros / 1_000_000;
				let spent = 0;
				for (const high of prices) {
					const objection = objectionOfBudget({ currency: 'USD', low: 0, high, why: '' }, { budget, spent });
					expect(objection === undefined).toBe(Math.round((spent + high) * 1e6) <= micros);
					if (!objection) spent += high;
				}
				expect(Math.round(spent * 1e6)).toBeLessThanOrEqual(micros);
			},
		),
	);
});

test('what is free goes whatever was spent; what nobody knows the cost of does not', () => {
	const spent = { budget: 1, spent: 5 };
	expect(objectionOfBudget({ currency: 'USD', low: 0, high: 0, why: '' }, spent)).toBeUndefined();
	expect(objectionOfBudget({ currency: 'USD', why: 'No rate' }, { budget: 1, spent: 0 })?.code).toBe(
		'cost_unknown',
	);
	expect(objectionOfBudget({ currency: 'USD', low: 1, high: 1, why: '' }, spent)?.code).toBe('over_budget');
	expect(monthOf(START).toISOString()).toBe('2026-11-01T00:00:00.000Z');
});
