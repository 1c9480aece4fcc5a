/** Counted by hand from stories.ts, for 2, 3 and 4 November in Bogotá; no code had a part in it. */

const NOTHING = {
	...{ planned: 0, pending: 0, sent: 0, delivered: 0, read: 0, replied: 0, converted: 0 },
	...{ failed: 0, refused: 0, undelivered: 0, unknown: 0, ended: 0, awaiting: 0 },
};

export const TOTAL = {
	...NOTHING,
	...{ planned: 39, pending: 1, sent: 22, delivered: 20, read: 15, replied: 10, converted: 2 },
	...{ failed: 2, refused: 1, undelivered: 1, unknown: 1, ended: 14 },
	endedBy: [
		{ code: 'held_out', count: 9 },
		{ code: 'cancelled_reply', count: 2 },
		{ code: 'not_triggered', count: 2 },
		{ code: 'stopped', count: 1 },
	],
};

export const FIRST = {
	...NOTHING,
	...{ planned: 33, pending: 1, sent: 18, delivered: 16, read: 12, replied: 7, converted: 2 },
	...{ failed: 2, refused: 1, undelivered: 1, unknown: 1, ended: 12 },
	endedBy: [
		{ code: 'held_out', count: 8 },
		{ code: 'not_triggered', count: 2 },
		{ code: 'cancelled_reply', count: 1 },
		{ code: 'stopped', count: 1 },
	],
};

export const SECOND = {
	...NOTHING,
	...{ planned: 3, sent: 1, delivered: 1, read: 1, replied: 1, ended: 2 },
	endedBy: [
		{ code: 'cancelled_reply', count: 1 },
		{ code: 'held_out', count: 1 },
	],
};

export const OTHER = {
	...NOTHING,
	...{ planned: 3, sent: 3, delivered: 3, read: 2, replied: 2 },
	endedBy: [],
};

export const DAYS = [
	{
		...{ ...NOTHING, day: '2026-11-02', planned: 19, sent: 12, delivered: 10, read: 9, replied: 6 },
		...{ failed: 2, refused: 1, undelivered: 1, unknown: 1, ended: 5 },
		endedBy: [
			{ code: 'held_out', count: 4 },
			{ code: 'cancelled_reply', count: 1 },
		],
	},
	{
		...{ ...NOTHING, day: '2026-11-03', planned: 17, sent: 10, delivered: 10, read: 6, replied: 4 },
		...{ converted: 2, ended: 7 },
		endedBy: [
			{ code: 'held_out', count: 4 },
			{ code: 'not_triggered', count: 2 },
			{ code: 'cancelled_reply', count: 1 },
		],
	},
	{
		...{ ...NOTHING, day: '2026-11-04', planned: 3, pending: 1, ended: 2 },
		endedBy: [
			{ code: 'held_out', count: 1 },
			{ code: 'stopped', count: 1 },
		],
	},
];

/** By the hour of the sending: sent, replied. All other hours have none. */
export const HOURS: Record<number, [sent: number, replied: number]> = {
	0: [1, 0],
	9: [6, 2],
	10: [6, 4],
	11: [3, 0],
	12: [2, 1],
	13: [1, 1],
	15: [2, 1],
	23: [1, 1],
};

/** In minutes, of all: 5, 20, 30, 60, 60, 60, 120, 180, 600, 4319. Three quarters of the way lies 3/4 between 120 and 180. */
export const TIME_TO_REPLY = {
	...{ replies: 10, medianMinutes: 60, p75Minutes: 165 },
	/** From so many minutes on; all other buckets are empty. */
	buckets: { 5: 1, 15: 1, 30: 1, 60: 4, 180: 1, 360: 1, 2880: 1 } as Record<number, number>,
};

/**
 * Of the shop's conversations 1 to 20 got a follow-up (9 and 10 as far as the shop could tell), 21 to 28 were held out.
 * 1, 2, 4, 9, 12, 13, 15 and 17 wrote after their first one in time; of those held out 22 and 28.
 */
export const COMPARED = {
	sent: { conversations: 20, reply: [8, 20], conversion: [2, 20] },
	heldOut: { conversations: 8, reply: [2, 8], conversion: [1, 8] },
	/** Wilson's and Newcombe's formulas with pencil and calculator, four places. */
	sentInterval: [0.2188, 0.6134],
	heldOutInterval: [0.0715, 0.5907],
	lift: 0.15,
	liftInterval: [-0.2359, 0.4282],
	sentence: 'Not enough data yet: 8 of about 260 held-out conversations',
	frase: 'Todavía no hay datos suficientes: 8 de unas 260 conversaciones en el grupo de control',
};

export const COSTS = [
	{
		...{ currency: '', messages: 17, estimate: { low: 0, high: 0 }, estimated: 0 },
		// 8 failed, and what fails costs nothing.
		...{ actual: 0, billed: 1, amount: 0, unknown: 16 },
	},
	{
		...{ currency: 'EUR', messages: 1, estimate: { low: 0.02, high: 0.02 }, estimated: 1 },
		...{ actual: 0, billed: 0, amount: 0.02, unknown: 0 },
	},
	{
		...{ currency: 'USD', messages: 4, estimate: { low: 0.02, high: 0.06 }, estimated: 3 },
		...{ actual: 0.026, billed: 2, amount: 0.056, unknown: 1 },
	},
];

export const MODEL = { calls: 5, inputTokens: 3200, outputTokens: 200, unknown: 1 };
export const MODEL_OF_FIRST = { calls: 3, inputTokens: 2700, outputTokens: 160, unknown: 0 };

/** The same table looked at on 5 November at 11:00: the reply time of all that came after 2 November 11:00 still runs. */
export const EARLIER = {
	/** 11 (its first) was followed by another; 14, 16, 18, 19, 20 and 37 may still be answered. */
	awaiting: 6,
	/** Of 1 to 7 three wrote; of 21 to 24 one did. Nobody's conversion time is over. */
	sent: { conversations: 20, reply: [3, 7], conversion: [0, 0] },
	heldOut: { conversations: 8, reply: [1, 4], conversion: [0, 0] },
};
