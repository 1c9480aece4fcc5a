import { scoreLanguages } from './measure.ts';

const PARTS = ['development', 'held-out'] as const;
const MISSED_MOST = 0.05;
const FALSE_ALARMS_MOST = 0.03;

describe.each(PARTS)('of the texts for %s', (part) => {
	test('one in the wrong language is held back, one in the right language is not', () => {
		const [main] = scoreLanguages(part);
		if (!main) throw new Error('Spanish, Portuguese and English are measured together.');
		expect(main.missed / main.wrong).toBeLessThanOrEqual(MISSED_MOST);
		expect(main.falseAlarms / main.right).toBeLessThanOrEqual(FALSE_ALARMS_MOST);
	});
});
