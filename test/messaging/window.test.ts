import fc from 'fast-check';
import { CHANNELS, type Channel } from '../../lib/messaging/channel.ts';
import { messagingWindow } from '../../lib/messaging/window.ts';
import { CHANNEL_SAMPLES } from '../fixtures/meta/channel-samples.ts';
import { HOUR, START, WINDOW, after } from '../support/time.ts';

const channel = fc.constantFrom<Channel>(...CHANNELS);
/** How long it is open, as Meta publishes it for the channel. */
const lengthOn = (on: Channel) => CHANNEL_SAMPLES[on].law.windowHours * HOUR;
const openedAt = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

const windowAt = (on: Channel, opened: Date, now: Date) =>
	messagingWindow({ channel: on, windowOpenedAt: opened.toISOString(), windowOpenedBy: 'message' }, now);

test('is open for exactly as long as Meta says, and closed at the instant it closes', () => {
	fc.assert(
		fc.property(channel, openedAt, fc.integer({ min: 0, max: 2 * WINDOW }), (on, opened, ms) => {
			const window = windowAt(on, opened, after(ms, opened));
			const length = lengthOn(on);
			expect(window.isOpen).toBe(ms < length);
			expect(window.remainingMs).toBe(Math.max(0, length - ms));
			expect(window.opensAt).toBe(opened.toISOString());
			expect(window.closesAt).toBe(after(length, opened).toISOString());
		}),
	);
});

test.each([
	[-1, true, 1],
	[0, false, 0],
	[1, false, 0],
])('%i ms from its end it is open: %s', (ms, isOpen, remainingMs) => {
	expect(windowAt('whatsapp', START, after(WINDOW + ms))).toMatchObject({ isOpen, remainingMs });
});

test('a provider time ahead of our clock never makes it longer', () => {
	fc.assert(
		fc.property(channel, openedAt, fc.integer({ min: 1, max: 10 * WINDOW }), (on, now, ahead) => {
			const window = windowAt(on, after(ahead, now), now);
			const remainingMs = lengthOn(on);
			expect(window).toMatchObject({ isOpen: true, remainingMs, opensAt: now.toISOString() });
		}),
	);
});

test('the same moment in another notation is the same window', () => {
	const utc = windowAt('instagram', START, after(WINDOW - 1));
	const bogota = messagingWindow(
		{ channel: 'instagram', windowOpenedAt: '2026-11-23T10:00:00-05:00', windowOpenedBy: 'message' },
		after(WINDOW - 1),
	);
	expect(bogota).toEqual(utc);
});

test.each([undefined, '', 'yesterday'])(
	'is closed and empty when no opening is known (%s)',
	(windowOpenedAt) => {
		expect(
			messagingWindow({ channel: 'whatsapp', windowOpenedAt, windowOpenedBy: 'message' }, START),
		).toEqual({
			isOpen: false,
			opensAt: null,
			closesAt: null,
			remainingMs: 0,
			openedBy: null,
		});
	},
);

test('says what opened it', () => {
	expect(windowAt('messenger', START, START).openedBy).toBe('message');
});
