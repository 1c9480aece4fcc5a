import { asNow, type Now } from '../../lib/store/database/now.ts';

/** The moment at which the stories of the tests begin. */
export const START = asNow(new Date('2026-11-23T15:00:00.000Z'));

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WINDOW = DAY;

/** So long after the start (or after another moment). */
export const after = (ms: number, from: Date = START): Now => asNow(new Date(from.getTime() + ms));
