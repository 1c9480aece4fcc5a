import type { Channel } from '../../../lib/index.ts';

/** What became of one follow-up, and when: `day hour:minute` of November 2026 in Bogotá. */
export interface Told {
	followUp: 'first' | 'second' | 'other';
	at: string;
	/**
	 * `sent`: accepted, then what Meta reported, by letters: d delivered, r read, f failed. `held`: held out. Anything else
	 * is the reason code it ended with.
	 */
	end: 'sent' | 'held' | 'refused' | 'unknown' | 'pending' | 'not_triggered' | 'stopped' | 'cancelled_reply';
	reported?: string;
	/** What deciding took: calls, tokens in, tokens out; without counts where the server gave none. */
	model?: [calls: number, input?: number, output?: number];
	cost?: {
		currency: string;
		low?: number;
		high?: number;
		rate?: number;
		billed?: 'regular' | 'free_entry_point';
	};
}

/** One conversation. */
export interface Story {
	/** In the table below and in the failing test. */
	number: number;
	channel?: Channel;
	told: Told[];
	/** When the customer wrote again. */
	wrote?: string[];
	/** When the customer put a heart on a message, which is no reply. */
	reacted?: string;
	/** When the conversation was marked as converted. */
	converted?: string;
}

const first = (at: string, end: Told['end'], more: Partial<Told> = {}): Told => ({
	...{ followUp: 'first' as const, at, end },
	...more,
});
const second = (...[at, end, more]: Parameters<typeof first>): Told => ({
	...first(at, end, more),
	followUp: 'second',
});
const other = (...[at, end, more]: Parameters<typeof first>): Told => ({
	...first(at, end, more),
	followUp: 'other',
});

const both = { reported: 'dr' };
const price = { currency: 'USD', low: 0.01, high: 0.03 };

/**
 * 37 conversations, chosen so that every rule of docs/statistics.md decides at least one of them. What they add up to was
 * counted by hand and stands in expected.ts.
 */
export const STORIES: Story[] = [
	{
		number: 1,
		told: [
			first('2 10:00', 'sent', {
				...both,
				model: [1, 900, 60],
				cost: { ...price, rate: 0.026, billed: 'regular' },
			}),
		],
		wrote: ['2 10:30'],
	},
	{ number: 2, told: [first('2 10:00', 'sent', { ...both, cost: price })], wrote: ['2 12:00'] },
	{ number: 3, told: [first('2 10:00', 'sent', { ...both, cost: { currency: 'USD' } })] },
	{
		number: 4,
		told: [
			first('2 10:15', 'sent', {
				reported: 'd',
				cost: { currency: 'USD', low: 0, high: 0, billed: 'free_entry_point' },
			}),
		],
		wrote: ['5 10:14'],
	},
	// 72 hours later to the minute: too late.
	{
		number: 5,
		told: [first('2 10:30', 'sent', { ...both, cost: { currency: 'EUR', low: 0.02, high: 0.02 } })],
		wrote: ['5 10:30'],
	},
	// Another chatbot followed up before the customer wrote: the reply is that one's.
	{
		number: 6,
		told: [first('2 11:00', 'sent', both), other('2 13:00', 'sent', both)],
		wrote: ['2 14:00'],
	},
	{ number: 7, told: [first('2 11:00', 'sent')] },
	{ number: 8, told: [first('2 11:30', 'sent', { reported: 'f' })] },
	// Refused, and the customer wrote all the same: counts where the groups are compared, and for no message.
	{ number: 9, told: [first('2 12:00', 'refused')], wrote: ['2 13:00'] },
	{ number: 10, told: [first('2 12:00', 'unknown')] },
	{
		number: 11,
		told: [first('2 15:00', 'sent', both), second('3 10:00', 'sent', { ...both, model: [1] })],
		wrote: ['3 11:00'],
	},
	{
		number: 12,
		told: [first('2 15:00', 'sent', both), second('3 15:00', 'cancelled_reply')],
		wrote: ['2 16:00'],
	},
	{ number: 13, told: [first('2 23:45', 'sent', both)], wrote: ['3 00:05'] },
	{ number: 14, told: [first('3 00:10', 'sent', { reported: 'd' })] },
	{
		number: 15,
		channel: 'instagram',
		told: [first('3 09:00', 'sent', { reported: 'r' })],
		wrote: ['3 09:05'],
	},
	{ number: 16, channel: 'messenger', told: [first('3 09:00', 'sent', { reported: 'd' })] },
	{ number: 17, told: [first('3 09:30', 'sent', both)], wrote: ['3 12:30'], converted: '5 09:30' },
	{ number: 18, told: [first('3 09:30', 'sent', both)], converted: '11 09:30' },
	{ number: 19, told: [first('3 09:30', 'sent', both)], converted: '9 09:30' },
	{ number: 20, told: [first('3 09:45', 'sent', { reported: 'd' })], reacted: '3 10:45' },

	{ number: 21, told: [first('2 10:00', 'held')] },
	{ number: 22, told: [first('2 10:00', 'held')], wrote: ['2 11:00'] },
	{ number: 23, told: [first('2 11:00', 'held')] },
	{ number: 24, told: [first('2 11:00', 'held')], wrote: ['5 12:00'] },
	{ number: 25, told: [first('3 09:00', 'held')] },
	{ number: 26, told: [first('3 09:00', 'held')], converted: '4 09:00' },
	// The reply came after the second one that was held out, so it is no reply to the first.
	{ number: 27, told: [first('3 10:00', 'held'), second('3 20:00', 'held')], wrote: ['4 08:00'] },
	{ number: 28, told: [first('4 09:00', 'held')], wrote: ['4 09:10'] },

	{ number: 29, told: [first('3 14:00', 'not_triggered', { model: [2, 1800, 100] })] },
	{ number: 30, told: [first('3 14:30', 'not_triggered')] },
	{ number: 31, told: [first('3 16:00', 'cancelled_reply')], wrote: ['3 13:00'] },
	{ number: 32, told: [first('4 10:00', 'stopped')] },
	{ number: 33, told: [first('4 18:00', 'pending')] },

	// A minute before the range, and at its end: neither is in it.
	{ number: 34, told: [first('1 23:59', 'sent', both)], wrote: ['2 00:59'] },
	{ number: 35, told: [first('5 00:00', 'sent', both)] },

	{
		number: 36,
		told: [other('3 12:00', 'sent', { ...both, model: [1, 500, 40] })],
		wrote: ['3 22:00'],
	},
	{ number: 37, told: [other('3 12:30', 'sent', { reported: 'd' })] },
];
