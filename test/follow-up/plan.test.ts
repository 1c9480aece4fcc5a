import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import type { Channel } from '../../lib/messaging/channel.ts';
import { withGivenHistory, type ConversationWithHistory } from '../../lib/messaging/conversation.ts';

const wrote = new Date('2026-11-23T15:00:00.000Z');
const hours = (count: number) => new Date(wrote.getTime() + count * 3_600_000).toISOString();
const lastSafe = new Date(wrote.getTime() + (24 * 60 - 15) * 60_000).toISOString();

function conversation(
	channel: Channel,
	more: Partial<ConversationWithHistory> = {},
): ConversationWithHistory {
	const at = wrote.toISOString();
	return withGivenHistory({
		...{ key: `${channel}:1:ana`, channel, account: '1', contact: { id: 'ana' } },
		...{ lastInboundAt: at, lastInboundId: 'm1', windowOpenedAt: at, windowOpenedBy: 'message' },
		...more,
	});
}

function plan(
	channel: Channel,
	followUp: object,
	settings: object = {},
	more: Partial<ConversationWithHistory> = {},
) {
	const chatbot = parseChatbot({
		...{ id: 'bot', stopCondition: 'When booked', settings },
		followUps: [{ name: 'Reminder', description: 'When silent', ...followUp }],
	});
	const { planned, ended } = planFollowUps({
		chatbot,
		conversation: conversation(channel, more),
		now: wrote,
	});
	return { one: planned[0], codes: planned[0]?.reasons.map(({ code }) => code), ended: ended[0]?.reason };
}

const template = { templateName: 'reminder', templateLanguage: 'es-MX' };
const days = (delay: number) => ({ delay, delayUnit: 'days' });

describe('the limits of the product text', () => {
	test.each(['instagram', 'messenger'] as const)(
		'%s: three days are brought back to the window, template or not',
		(channel) => {
			for (const followUp of [days(3), { ...days(3), ...template }]) {
				const { one, codes } = plan(channel, followUp);
				expect(one).toMatchObject({ requestedAt: hours(72), allowedAt: lastSafe, dueAt: lastSafe });
				expect(codes).toEqual(['clamped_to_window']);
			}
		},
	);

	test('WhatsApp without a template: the same limit', () => {
		expect(plan('whatsapp', days(3))).toMatchObject({
			one: { dueAt: lastSafe },
			codes: ['clamped_to_window'],
		});
	});

	test('WhatsApp with a template: no limit', () => {
		expect(plan('whatsapp', { ...days(90), ...template })).toMatchObject({
			one: { dueAt: hours(90 * 24) },
			codes: [],
		});
	});

	test('example 1: four hours and a template is due in four hours', () => {
		expect(plan('whatsapp', { delay: 4, ...template }).one?.dueAt).toBe(hours(4));
	});

	test('example 2: 24 hours and a template is due when the window has closed, for the template', () => {
		expect(plan('whatsapp', { delay: 24, ...template }).one?.dueAt).toBe(hours(24));
	});

	test.each(['instagram', 'messenger'] as const)(
		'%s: AI timing becomes the fallback delay, and the item says so',
		(channel) => {
			expect(plan(channel, { timing: 'ai', delay: 3 })).toMatchObject({
				one: { dueAt: hours(3) },
				codes: ['ai_timing_not_available'],
			});
		},
	);

	test('WhatsApp: with AI timing the conversation is first looked at after half an hour of silence', () => {
		expect(plan('whatsapp', { timing: 'ai', delay: 3 })).toMatchObject({
			one: { dueAt: hours(0.5) },
			codes: [],
		});
	});
});

describe('what the delay counts from', () => {
	const answered = { lastOutboundAt: hours(2), lastOutboundBy: 'application' as const };

	test("the customer's last message, unless chosen otherwise", () => {
		expect(plan('messenger', { delay: 5 }, {}, answered).one?.dueAt).toBe(hours(5));
	});

	test('the last message from anyone', () => {
		expect(plan('messenger', { delay: 5, anchor: 'anyone' }, {}, answered).one?.dueAt).toBe(hours(7));
	});
});

describe('quiet hours that last until after the window closes', () => {
	// 15:00 UTC is 10:00 in Bogota; the window closes at 10:00 there, and it is quiet from 08:00 until 11:00.
	const quiet = (quietConflict: string) => ({
		...{ timeZone: 'America/Bogota', quietConflict },
		quietHours: [{ from: '08:00', to: '11:00' }],
	});

	test('earlier: it goes at the last minute before them', () => {
		const { one, codes } = plan('instagram', { delay: 23 }, quiet('earlier'));
		expect(one).toMatchObject({ requestedAt: hours(23), dueAt: '2026-11-24T12:59:00.000Z' });
		expect(codes).toEqual(['before_quiet_hours']);
	});

	test('template: on WhatsApp it waits for their end and goes as a template', () => {
		expect(plan('whatsapp', { delay: 23, ...template }, quiet('template')).one?.dueAt).toBe(hours(25));
		expect(plan('instagram', { delay: 23 }, quiet('template')).ended?.code).toBe('quiet_past_window');
	});

	test('skip: it ends with that reason', () => {
		expect(plan('whatsapp', { delay: 23, ...template }, quiet('skip')).ended?.code).toBe('quiet_past_window');
	});

	test('no conflict: it just waits for their end', () => {
		const night = { timeZone: 'America/Bogota', quietHours: [{ from: '20:00', to: '07:00' }] };
		const { one, codes } = plan('instagram', { delay: 12 }, night);
		expect(one?.dueAt).toBe('2026-11-24T12:00:00.000Z');
		expect(codes).toEqual(['quiet_hours']);
	});
});

describe('what Meta says of the template while planning', () => {
	const chatbot = parseChatbot({
		...{ id: 'bot', stopCondition: 'When booked' },
		followUps: [{ name: 'Late', description: 'When silent', ...days(2), ...template }],
	});
	const planWith = (status: string) =>
		planFollowUps({
			...{ chatbot, conversation: conversation('whatsapp'), now: wrote },
			templates: [{ name: 'reminder', language: 'es_MX', status }],
		});

	test.each(['APPROVED', 'PAUSED', 'PENDING', 'IN_APPEAL', 'A_WORD_OF_TOMORROW'])(
		'%s: it is planned, because it may be approved when it is due',
		(status) => expect(planWith(status).planned).toHaveLength(1),
	);

	test.each(['REJECTED', 'DISABLED', 'DELETED', 'PENDING_DELETION', 'MISSING'])('%s: it ends', (status) => {
		expect(planWith(status).ended[0]?.reason).toEqual({
			code: 'template_not_approved',
			sentence: `The WhatsApp template "reminder" (es_MX) is ${status.toLowerCase()}; only an approved one can be sent`,
		});
	});
});
