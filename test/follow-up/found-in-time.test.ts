import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import type { Chatbot } from '../../lib/follow-up/definition.ts';
import { withGivenHistory } from '../../lib/messaging/conversation.ts';

const MINUTE = 60_000;
/** The customer writes at 10:00 in Bogotá; on Messenger nothing helps when the window has closed. */
const WROTE = new Date('2026-11-23T15:00:00.000Z');
const at = (time: string) => new Date(`2026-11-23T${time}:00.000-05:00`).toISOString();

function planned({ delay, settings = {}, lookMs }: { delay: number; settings?: object; lookMs?: number }) {
	const chatbot: Chatbot = {
		...parseChatbot({
			...{ id: 'citas', stopCondition: 'When they confirm' },
			settings: { timeZone: 'America/Bogota', onlyIfBusinessAnswered: false, ...settings },
			followUps: [{ name: 'Reminder', description: 'Not confirmed', delay, delayUnit: 'minutes' }],
		}),
		...(lookMs === undefined ? {} : { lookMs }),
	};
	const conversation = withGivenHistory({
		...{ key: 'messenger:1:2', channel: 'messenger', account: '1', contact: { id: '2' } },
		...{ lastInboundAt: WROTE.toISOString(), lastInboundId: 'm1', windowOpenedAt: WROTE.toISOString() },
	} as never);
	return planFollowUps({ chatbot, conversation, now: WROTE }).planned[0]?.dueAt;
}

/** From eight in the evening until after the window closes. */
const quietHours = [{ from: '20:00', to: '11:00' }];
const FIVE = 5 * MINUTE;

test('before quiet hours that outlast the window it is due one look before their last minute', () => {
	const settings = { quietHours, quietConflict: 'earlier' };
	expect(planned({ delay: 11 * 60, settings })).toBe(at('19:59'));
	expect(planned({ delay: 11 * 60, settings, lookMs: FIVE })).toBe(at('19:54'));
});

test('what falls less than one look before them is due that look earlier, whatever the setting', () => {
	for (const quietConflict of ['earlier', 'skip', 'template']) {
		const settings = { quietHours, quietConflict };
		expect(planned({ delay: 597, settings })).toBe(at('19:57'));
		expect(planned({ delay: 597, settings, lookMs: FIVE })).toBe(at('19:54'));
		expect(planned({ delay: 590, settings, lookMs: FIVE })).toBe(at('19:50'));
	}
});

test('nothing is due before now, and quiet hours that end in time are waited for as ever', () => {
	const settings = { quietHours: [{ from: '10:03', to: '11:00' }], quietConflict: 'earlier' };
	const lasting = { quietHours: [{ from: '10:03', to: '09:59' }], quietConflict: 'earlier' };
	expect(planned({ delay: 1, settings: lasting, lookMs: FIVE })).toBe(at('10:00'));
	const oneMinute = { quietHours: [{ from: '10:03', to: '10:02' }], quietConflict: 'earlier' };
	expect(planned({ delay: 1, settings: oneMinute, lookMs: FIVE })).toBe(at('10:02'));
	expect(planned({ delay: 10, settings, lookMs: FIVE })).toBe(at('11:00'));
});

test('at the end of the window it is due one look before the last safe moment', () => {
	const day = 24 * 60;
	const lastSafe = WROTE.getTime() + (day - 15) * MINUTE;
	expect(planned({ delay: day })).toBe(new Date(lastSafe).toISOString());
	expect(planned({ delay: day, lookMs: 15 * MINUTE })).toBe(new Date(lastSafe - 15 * MINUTE).toISOString());
});
