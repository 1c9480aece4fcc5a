export { HOUR, MINUTE, START, after } from '../support/time.ts';

export const DAY = 24 * 3_600_000;
