import { retryAfterMsOf } from '../../lib/ai/retry-after.ts';

const MINUTE = 60_000;
const inAMinute = 'Mon, 05 Jan 2026 12:01:00 GMT';
const date = 'Mon, 05 Jan 2026 12:00:00 GMT';

test.each([
	['seconds', { 'retry-after': '90' }, 90_000],
	['a part of a second', { 'retry-after': '0.5' }, 500],
	['milliseconds, which stand over seconds', { 'retry-after-ms': '70', 'retry-after': '90' }, 70],
	['a date by the clock of the server', { 'retry-after': inAMinute, date }, MINUTE],
	['a date that is over', { 'retry-after': date, date: inAMinute }, undefined],
	['a date that cannot be counted from anything', { 'retry-after': inAMinute }, undefined],
	['less than nothing', { 'retry-after': '-5' }, undefined],
	['no number and no date', { 'retry-after': 'soon' }, undefined],
	['milliseconds that are none beside seconds', { 'retry-after-ms': 'x', 'retry-after': '2' }, 2000],
	['nothing', {}, undefined],
])('Retry-After with %s', (_what, headers, ms) => {
	expect(retryAfterMsOf(new Headers(headers as Record<string, string>))).toBe(ms);
});
