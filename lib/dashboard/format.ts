import { DateTime } from 'luxon';
import type { Language } from './query.ts';
import { fill, words } from './words/index.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es-CO' };

/** Numbers, times and spans as the reader of the page writes them. */
export interface Format {
	/** A day and a time, e.g. `Tue 24 Nov, 14:05`. */
	moment(iso: string): string;
	time(at: Date): string;
	/** A moment as a field for date and time holds it, e.g. `2026-11-24T14:05`. */
	local(iso: string): string;
	day(isoDay: string): string;
	/** How far away, e.g. `in 3 hours`. */
	relative(iso: string): string;
	number(value: number): string;
	percent(share: number): string;
	points(share: number): string;
	money(amount: number, currency: string): string;
	/** A delay in the unit it was set in, e.g. `24 hours`. */
	delay(amount: number, unit: DelayUnit): string;
	/** A span in about two figures. */
	span(minutes: number): string;
}

type DelayUnit = 'minutes' | 'hours' | 'days';

const UNITS: Record<DelayUnit, string> = { minutes: 'minute', hours: 'hour', days: 'day' };

export function formatFor(lang: Language, timeZone: string, now: Date): Format {
	const locale = LOCALES[lang];
	const { statistics: units } = words[lang];
	const inZone = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locale, { timeZone, ...options });
	const moments = inZone({
		...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
		hourCycle: 'h23',
	});
	const times = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
	const numbers = new Intl.NumberFormat(locale);
	const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
	const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
	return {
		moment: (iso) => moments.format(new Date(iso)),
		time: (at) => times.format(at),
		local: (iso) => DateTime.fromISO(iso).setZone(timeZone).toFormat("yyyy-MM-dd'T'HH:mm"),
		day: (isoDay) => days.format(new Date(`${isoDay}T00:00:00Z`)),
		relative: (iso) =>
			DateTime.fromISO(iso).toRelative({ base: DateTime.fromJSDate(now), locale, round: true }) ?? iso,
		number: (value) => numbers.format(value),
		percent: (share) => percents.format(share),
		points: (share) => points.format(share * 100),
		money: (amount, currency) => money(locale, amount, currency),
		delay: (amount, unit) =>
			new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' }).format(amount),
		span(minutes) {
			if (minutes < 60) return fill(units.minutes, { count: numbers.format(Math.round(minutes)) });
			if (minutes < 2 * 1_440) return fill(units.hours, { count: tenths.format(minutes / 60) });
			return fill(units.days, { count: tenths.format(minutes / 1_440) });
		},
	};
}

function money(locale: string, amount: number, currency: string): string {
	try {
		const options = {
			style: 'currency',
			currency,
			currencyDisplay: 'code',
			maximumFractionDigits: 4,
		} as const;
		return new Intl.NumberFormat(locale, options).format(amount);
	} catch {
		// A currency that is not one: the rate table is the user's own.
		return `${new Intl.NumberFormat(locale).format(amount)} ${currency}`.trim();
	}
}
