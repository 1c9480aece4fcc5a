import { PARTS } from './conversations.ts';
import { scoreFacts, scoreLanguages } from './measure.ts';

const MISSED_MOST = 0.05;
const FALSE_ALARMS_MOST = 0.03;

describe.each(PARTS)('of the texts for %s', (part) => {
	test('one that states what nobody said is held back, one that keeps to it is not', () => {
		const all = scoreFacts(part).find(({ of }) => of === 'all');
		if (!all) throw new Error('All languages are measured together.');
		expect(all.missed / all.wrong).toBeLessThanOrEqual(MISSED_MOST);
		expect(all.falseAlarms / all.right).toBeLessThanOrEqual(FALSE_ALARMS_MOST);
	});

	test('one in the wrong language is held back, one in the right language is not', () => {
		const [main] = scoreLanguages(part);
		if (!main) throw new Error('Spanish, Portuguese and English are measured together.');
		expect(main.missed / main.wrong).toBeLessThanOrEqual(MISSED_MOST);
		expect(main.falseAlarms / main.right).toBeLessThanOrEqual(FALSE_ALARMS_MOST);
	});
});
