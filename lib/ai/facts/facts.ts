import type { DateTime } from 'luxon';
import { inUsualLetters } from '../../messaging/usual-letters.ts';
import { visible } from '../shown-transcript.ts';
import { codesIn, type Code } from './codes.ts';
import { takeNamedDates, takeNumericDates, type CalendarDay } from './dates.ts';
import { addressesIn, type Address } from './links.ts';
import { takePercents, takePrices, type Percent, type Price } from './money.ts';
import { withFigures, type ReadLanguage } from './number-words.ts';
import { takeNumbers, type PlainNumber } from './numbers.ts';
import { offersIn, type Offer } from './offers.ts';
import { takePhones, type Phone } from './phones.ts';
import { folded, Reading } from './reading.ts';
import { takeRelativeDays } from './relative-days.ts';
import { takeStreets, type Street } from './streets.ts';
import { takeTimes, type ClockTime } from './times.ts';
import { takeWeekdays, type Weekday } from './weekdays.ts';

/** Everything in a text that can be true or false, each in one form, however it was written. */
export interface Facts {
	addresses: Address[];
	codes: Code[];
	offers: Offer[];
	percents: Percent[];
	prices: Price[];
	phones: Phone[];
	streets: Street[];
	times: ClockTime[];
	dates: CalendarDay[];
	weekdays: Weekday[];
	numbers: PlainNumber[];
}

export interface ReadAs {
	language: ReadLanguage | undefined;
	/** When it was said, in the business's time zone: "tomorrow" is counted from it. */
	at: DateTime;
	/** What was said is read generously, so that all of it can be taken up; what is to be judged, only where it is certain. */
	isLenient: boolean;
}

/** No text that may go and nothing the model saw is longer. */
const READ_CHARACTERS = 4_500;

/** Reads the facts of a text. What has been read as one thing is not read as another. */
export function factsIn(text: string, { language, at, isLenient }: ReadAs): Facts {
	const clean = visible(inUsualLetters(text.slice(0, READ_CHARACTERS)).slice(0, READ_CHARACTERS));
	const { addresses, rest } = addressesIn(clean);
	const { codes, rest: words } = codesIn(rest);
	const figures = withFigures(words, language);
	const reading = new Reading(figures.text, figures.rewritten);
	const offers = offersIn(reading.plain);
	const percents = takePercents(reading);
	const prices = takePrices(reading);
	const streets = takeStreets(reading);
	const numericDates = takeNumericDates(reading);
	const namedDates = takeNamedDates(reading);
	const weekdays = takeWeekdays(reading, language, isLenient);
	const beforeTimes = reading.plain;
	const times = takeTimes(reading, isLenient);
	const relativeDays = takeRelativeDays(reading, language, at);
	const phones = takePhones(reading);
	// A number that may be an hour may as well be a count.
	const numbers = takeNumbers(isLenient ? new Reading(folded(beforeTimes)) : reading);
	const dates = [...numericDates, ...namedDates, ...relativeDays];
	return { addresses, codes, offers, percents, prices, phones, streets, times, dates, weekdays, numbers };
}
