export { HOUR, MINUTE, START, after } from '../support/time';

export const DAY = 24 * 3_600_000;
