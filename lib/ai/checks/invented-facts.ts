import { DateTime } from 'luxon';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import { handlesIn, linksIn, phonesIn, withoutPhones } from '../facts/addresses.ts';
import { offersIn, pricesIn, withoutPrices } from '../facts/money.ts';
import { numbersIn } from '../facts/numbers.ts';
import { clockTimesIn, datesIn, weekdaysIn } from '../facts/times.ts';
import type { Check, WrittenText } from './check.ts';

/**
 * Facts come from somewhere. What binds the business or leads the customer away (prices, offers, links, addresses, phone
 * numbers) must have been said by the business or stand in its settings: that a customer wrote it proves nothing. Dates and
 * times may come from either side.
 */
export const inventedFacts: Check = (written) => {
	if (!written.chatbot.settings.checkInventedFacts) return undefined;
	const invented = [...bindingFacts(written), ...timesAndNumbers(written)];
	return invented.length > 0
		? `The message states what the business has said nowhere: ${invented.join(', ')}. Leave it out.`
		: undefined;
};

function bindingFacts({ text, ...facts }: WrittenText): string[] {
	const source = businessSide(facts);
	const amounts = numbersIn(source);
	const offers = new Set(offersIn(source).map(({ kind }) => kind));
	const links = linksIn(source);
	const handles = handlesIn(source);
	const phones = phonesIn(source);
	return [
		...pricesIn(text)
			.filter(({ amount }) => !amounts.has(amount))
			.map(({ found }) => found),
		...offersIn(text)
			.filter(({ kind }) => !offers.has(kind))
			.map(({ found }) => found),
		// The address of a page that was named in full may be shortened, never lengthened.
		...linksIn(text).filter((link) => !links.some((known) => known === link || known.startsWith(`${link}/`))),
		...handlesIn(text).filter((handle) => !handles.includes(handle)),
		// With or without the country's code it is the same number.
		...phonesIn(withoutPrices(text)).filter(
			(phone) => !phones.some((known) => known.endsWith(phone) || phone.endsWith(known)),
		),
	];
}

function timesAndNumbers(written: WrittenText): string[] {
	const { text, seen, chatbot, now } = written;
	const source = joined([businessSide(written), ...seen.map((message) => message.text ?? '')]);
	const today = DateTime.fromJSDate(now, { zone: chatbot.settings.timeZone });
	const numbers = numbersIn(source);
	const times = clockTimesIn(source);
	const dates = datesIn(source);
	const weekdays = new Set(weekdaysIn(source).map(({ day }) => day));
	const near = [today, today.plus({ days: 1 })];
	const isNear = (day: number, month: number) => near.some((at) => at.day === day && at.month === month);
	return [
		...clockTimesIn(text)
			.filter(
				({ hour, minute }) =>
					!times.some((known) => known.hour % 12 === hour % 12 && known.minute === minute) &&
					!(minute === 0 && numbers.has(hour)),
			)
			.map(({ found }) => found),
		...datesIn(text)
			.filter(
				({ day, month }) =>
					!dates.some((known) => known.day === day && known.month === month) &&
					!numbers.has(day) &&
					!isNear(day, month),
			)
			.map(({ found }) => found),
		...weekdaysIn(text)
			.filter(({ day }) => !weekdays.has(day) && !near.some((at) => at.weekday === day))
			.map(({ found }) => found),
		...[...numbersIn(withoutPhones(withoutPrices(text)))]
			.filter((number) => number >= LONG_NUMBER && !numbers.has(number))
			.map(String),
	];
}

/** From here on a number is a price, an order, a year; below, a count of hours or people. */
const LONG_NUMBER = 1_000;

function businessSide({ seen, chatbot }: Omit<WrittenText, 'text'>): string {
	const said = seen.filter(({ from }) => from === 'business').map(({ text }) => text ?? '');
	return joined([
		...[chatbot.settings.voice, chatbot.stopCondition, ...chatbot.followUps.map(settingsOf)],
		...said.reverse(),
	]);
}

/** One character may stand for eighteen (U+FDFA); so much is read of it all, the settings and the newest messages first. */
const READ_CHARACTERS = 30_000;

function joined(texts: string[]): string {
	return texts.join('\n').normalize('NFKC').slice(0, READ_CHARACTERS);
}

function settingsOf({
	name,
	description,
	message,
	messageInstructions,
	template,
}: FollowUpDefinition): string {
	const variables = template?.parameters.map(({ text }) => text) ?? [];
	return [name, description, message, messageInstructions, ...variables].join('\n');
}
