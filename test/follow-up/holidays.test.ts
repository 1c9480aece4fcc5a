import { isPublicHoliday } from '../../lib/follow-up/holidays/calendar.ts';
import { DefinitionError, parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import { withGivenHistory } from '../../lib/messaging/conversation.ts';
import { HOLIDAYS_OF_CHILE } from '../referee/holidays.ts';

const DAY_MS = 24 * 3_600_000;

const isHoliday = (place: string, day: string) => isPublicHoliday(place, Date.parse(day) / DAY_MS);

function chatbot(settings: object, followUp: object = {}) {
	return parseChatbot({
		...{ id: 'bot', stopCondition: 'When booked', settings },
		followUps: [{ name: 'Reminder', description: 'When silent', ...followUp }],
	});
}

function planned(wrote: string, followUp: object, settings: object) {
	const conversation = withGivenHistory({
		...{ key: 'whatsapp:1:ana', channel: 'whatsapp', account: '1', contact: { id: 'ana' } },
		...{ lastInboundAt: wrote, lastInboundId: 'm1', windowOpenedAt: wrote, windowOpenedBy: 'message' },
	});
	const plan = planFollowUps({ chatbot: chatbot(settings, followUp), conversation, now: new Date(wrote) });
	const [one] = plan.planned;
	return {
		dueAt: one?.dueAt,
		codes: one?.reasons.map(({ code }) => code),
		ended: plan.ended[0]?.reason.code,
	};
}

const problem = (publicHolidays: unknown): string => {
	try {
		chatbot({ publicHolidays });
		return '';
	} catch (error) {
		return (error as DefinitionError).problems.join();
	}
};

test('the holidays of Chile are those of its laws, the Saturday of Holy Week too', () => {
	expect(HOLIDAYS_OF_CHILE.filter((day) => !isHoliday('CL', day))).toEqual([]);
});

test('Ecuador rests on 9 October and works on 10 September', () => {
	expect(isHoliday('EC', '2026-10-09')).toBe(true);
	expect(isHoliday('EC', '2026-09-10')).toBe(false);
});

test.each([
	// Ley 51 de 1983: moved to the Monday, unless the day is one.
	['CO', '2025-01-06', true],
	['CO', '2026-01-06', false],
	['CO', '2026-01-12', true],
	['MX', '2026-09-16', true],
	['AR', '2026-05-25', true],
	['BR', '2026-09-07', true],
	// Of one region only.
	['ES-MD', '2026-05-02', true],
	['ES-CT', '2026-05-02', false],
	['US', '2026-11-26', true],
	['', '2026-12-25', false],
])('%s on %s: %s', (place, day, expected) => {
	expect(isHoliday(place, day)).toBe(expected);
});

describe('a holiday is quiet all day', () => {
	// Chile: Friday 25 December 2026. 15:00 UTC is noon in Santiago.
	const settings = { publicHolidays: 'CL', timeZone: 'America/Santiago' };
	const template = { templateName: 'reminder', templateLanguage: 'es' };

	test('it waits for the end of the holiday, and of the night after it', () => {
		const wrote = '2026-12-25T15:00:00.000Z';
		expect(planned(wrote, { delay: 2 }, settings)).toMatchObject({
			...{ dueAt: '2026-12-26T03:00:00.000Z', codes: ['public_holiday'] },
		});
		const quietHours = [{ from: '21:00', to: '09:00' }];
		expect(planned(wrote, { delay: 2 }, { ...settings, quietHours })).toMatchObject({
			...{ dueAt: '2026-12-26T12:00:00.000Z', codes: ['public_holiday'] },
		});
	});

	test('where it outlasts the window, it goes before it, as a template after it, or not, as is set', () => {
		const wrote = '2026-12-24T16:00:00.000Z';
		const asked = (quietConflict: string, followUp: object = {}) =>
			planned(wrote, { delay: 20, ...followUp }, { ...settings, quietConflict });
		expect(asked('earlier')).toMatchObject({
			...{ dueAt: '2026-12-25T02:59:00.000Z', codes: ['before_public_holiday'] },
		});
		expect(asked('template', template)).toMatchObject({
			...{ dueAt: '2026-12-26T03:00:00.000Z', codes: ['public_holiday'] },
		});
		expect(asked('template').ended).toBe('holiday_past_window');
		expect(asked('skip').ended).toBe('holiday_past_window');
	});

	test('the days are those of the customers’ time zone', () => {
		// 1:00 UTC on the 26th is still the 25th in Santiago.
		expect(planned('2026-12-26T01:00:00.000Z', { delay: 1 }, settings).codes).toEqual(['public_holiday']);
		expect(planned('2026-12-26T03:30:00.000Z', { delay: 1 }, settings).codes).toEqual([]);
	});
});

test('a code is taken however it is written, and a wrong one is told with what is allowed', () => {
	expect(chatbot({ publicHolidays: ' es.md ' }).settings.publicHolidays).toBe('ES-MD');
	expect(problem('CO')).toBe('');
	expect(problem('Colombia')).toMatch(
		/^Public Holidays must be the code of a country, such as CO or MX.*Colombia/,
	);
	expect(problem('ES-XX')).toMatch(/must be ES or one of its regions: .*ES-MD/);
	expect(problem('EC-P-XX')).toMatch(/must be EC-P or one of its regions: EC-P-QU/);
});
