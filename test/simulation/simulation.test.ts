import type { RuleName } from '../../lib/follow-up/rules';
import { simulate } from './simulate';

const small = { conversations: 120, days: 4, seed: 1 };

test('a small town over some days: nothing forbidden, nothing twice, nothing lost; and a seed brings it all back', async () => {
	const { counts, violations } = await simulate(small);
	expect(violations).toEqual([]);
	const table = new Map(counts);
	expect(table.get('messages sent')).toBeGreaterThan(50);
	expect(table.get('end: ended cancelled_reply')).toBeGreaterThan(20);
	expect(await simulate(small)).toEqual({ counts, violations });
}, 60_000);

test.each<[RuleName, string]>([
	['quietHours', 'night'],
	['businessAnswered', 'business_silent'],
	['personWrote', 'person_writing'],
])(
	'without the rule %s the referee finds %s',
	async (without, fault) => {
		const { violations } = await simulate({ ...small, without });
		expect(violations.filter((violation) => violation.includes(fault))).not.toEqual([]);
	},
	60_000,
);
