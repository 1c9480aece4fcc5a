import fc from 'fast-check';
import { Pace } from '../../nodes/FollowUpDueTrigger/pace.ts';
import { MINUTE, START, after } from '../support/time.ts';

test('however often it is asked, no period gets more than its share and one burst', () => {
	const looks = fc.array(fc.record({ wait: fc.nat(3 * MINUTE), wanted: fc.integer({ min: 1, max: 500 }) }), {
		minLength: 1,
		maxLength: 60,
	});
	fc.assert(
		fc.property(
			looks,
			fc.integer({ min: 1, max: 4_800 }),
			fc.integer({ min: 1, max: 1_000 }),
			(all, perMinute, burst) => {
				const pace = new Pace(perMinute, burst);
				let passed = 0;
				let taken = 0;
				for (const { wait, wanted } of all) {
					passed += wait;
					const allowed = pace.allows(wanted, after(passed));
					expect(allowed).toBeLessThanOrEqual(wanted);
					pace.took(allowed);
					taken += allowed;
					expect(taken).toBeLessThanOrEqual(burst + (passed * perMinute) / MINUTE + 1e-6);
				}
			},
		),
	);
});

test('after the rest it names, a full batch goes', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 4_800 }), fc.integer({ min: 1, max: 500 }), (perMinute, batch) => {
			const pace = new Pace(perMinute, batch);
			pace.took(pace.allows(batch, START));
			const rest = pace.untilNext(batch);
			expect(pace.allows(batch, after(rest + 1))).toBe(batch);
		}),
	);
});

test('a clock that is set back takes nothing away', () => {
	const pace = new Pace(60, 10);
	expect(pace.allows(10, after(-MINUTE))).toBe(10);
});
