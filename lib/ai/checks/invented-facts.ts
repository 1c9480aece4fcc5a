import { DateTime } from 'luxon';
import { countriesOf } from '../facts/countries.ts';
import { isOn, isSameDay, weekdaysOf } from '../facts/dates.ts';
import { factsIn, type Facts } from '../facts/facts.ts';
import { isSamePrice } from '../facts/money.ts';
import { isKnownPhone } from '../facts/phones.ts';
import { isSameTime } from '../facts/times.ts';
import type { Check, WrittenText } from './check.ts';
import { saidFacts, type Said, type SaidFacts } from './said-facts.ts';

/**
 * Facts come from somewhere. What binds the business or leads the customer away (prices, offers, links, addresses, phone
 * numbers, coupons) must have been said by the business or stand in its settings: that a customer wrote it proves nothing.
 * Dates, times and other numbers may come from either side.
 */
export const inventedFacts: Check = (written) => {
	if (!written.chatbot.settings.checkInventedFacts) return undefined;
	const said = saidFacts(written);
	const at = DateTime.fromJSDate(written.now, { zone: written.chatbot.settings.timeZone });
	const stated = factsIn(written.text, { language: said.language, at, isLenient: false });
	const invented = [
		...bindingFacts(written, stated, said),
		...datesAndTimes(stated, said, at),
		...numbers(stated, said, at),
	];
	return invented.length > 0
		? `The message states what the business has said nowhere: ${invented.join(', ')}. Leave it out.`
		: undefined;
};

function bindingFacts(
	{ contact, chatbot }: WrittenText,
	stated: Facts,
	{ business, customer }: SaidFacts,
): string[] {
	const own = business.map(({ facts }) => facts);
	const [addresses, offers, percents] = [
		own.flatMap((facts) => facts.addresses),
		own.flatMap((facts) => facts.offers),
		own.flatMap((facts) => facts.percents),
	];
	const codes = new Set(
		[...business, ...customer].flatMap(({ plain }) => plain.match(/[\w-]{4,128}/g) ?? []),
	);
	const ownCodes = new Set(business.flatMap(({ plain }) => plain.match(/[\w-]{4,128}/g) ?? []));
	const prices = own.flatMap((facts) => [
		...facts.prices,
		...facts.numbers.map(({ value }) => ({ amount: value })),
	]);
	const phones = own.flatMap((facts) => facts.phones);
	const countries = stated.phones.length > 0 ? countriesOf(contact, chatbot.settings.timeZone) : [];
	const streets = business.map(({ plain, facts }) => ({
		plain,
		numbers: facts.numbers,
		streets: facts.streets,
	}));
	return [
		...unsaid(stated.addresses, ({ kind, address }) =>
			addresses.some(
				(known) =>
					known.address === address ||
					// The address of a page that was named in full may be shortened, never lengthened.
					(kind === 'link' && known.address.startsWith(`${address}/`)),
			),
		),
		...unsaid(stated.codes, ({ found, isCoupon }) => (isCoupon ? ownCodes : codes).has(found.toLowerCase())),
		...unsaid(stated.offers, ({ kind }) => offers.some((known) => known.kind === kind)),
		...unsaid(stated.percents, ({ share }) => percents.some((known) => known.share === share)),
		...unsaid(stated.prices, (price) => prices.some((known) => isSamePrice(price, known))),
		...unsaid(stated.phones, (phone) => isKnownPhone(phone, phones, countries)),
		...unsaid(stated.streets, ({ name, number }) =>
			streets.some(
				(known) =>
					known.plain.includes(name) &&
					[...known.numbers.map(({ value }) => value), ...known.streets.map((one) => one.number)].includes(
						number,
					),
			),
		),
	];
}

function datesAndTimes(stated: Facts, { business, customer }: SaidFacts, now: DateTime): string[] {
	const said = [...business, ...customer];
	const times = said.flatMap(({ facts }) => facts.times);
	const dates = said.flatMap(({ facts }) => facts.dates);
	const named = said.flatMap(({ facts }) => facts.weekdays.map(({ day }) => day));
	const weekdays = new Set([...named, ...(stated.weekdays.length > 0 ? weekdaysOf(dates, now) : [])]);
	const tomorrow = now.plus({ days: 1 });
	return [
		...unsaid(stated.times, (time) => times.some((known) => isSameTime(time, known))),
		...unsaid(
			stated.dates,
			(date) =>
				dates.some((known) => isSameDay(date, known)) ||
				[now, tomorrow].some((near) => isOn(date, near)) ||
				said.some((one) => daysNamed(one).some((day) => isOn(date, day))),
		),
		...unsaid(stated.weekdays, ({ day }) => weekdays.has(day) || tomorrow.weekday === day),
	];
}

/** "On Friday" is the next Friday from when it was said. */
function daysNamed({ facts, at }: Said): DateTime[] {
	const named = new Set(facts.weekdays.map(({ day }) => day));
	return [...named].map((day) => at.plus({ days: (day - at.weekday + 7) % 7 }));
}

/** From here on a number is a price, an order, a year; below, a count of hours or people. */
const LONG_NUMBER = 1_000;

function numbers(stated: Facts, { business, customer }: SaidFacts, now: DateTime): string[] {
	const known = new Set(
		[...business, ...customer].flatMap(({ facts }) => [
			...facts.numbers.map(({ value }) => value),
			...facts.prices.map(({ amount }) => amount),
			...facts.phones.map(({ digits }) => Number(digits)),
		]),
	);
	const years = [now.year, now.year + 1];
	return unsaid(
		stated.numbers,
		({ value }) => value < LONG_NUMBER || known.has(value) || years.includes(value),
	);
}

function unsaid<Fact extends { found: string }>(stated: Fact[], isSaid: (fact: Fact) => boolean): string[] {
	return stated.filter((fact) => !isSaid(fact)).map(({ found }) => found);
}
