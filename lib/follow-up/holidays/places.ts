import * as z from 'zod4';
import { Holidays } from './date-holidays.ts';

/** So many codes are named in an error; the others are in the list of the library. */
const CODES_NAMED = 60;

/** A country or a region as the library takes it: `CO`, `ES-MD`, `DE-BY-A`; empty for none. */
export const placeSchema = z
	.string('must be text')
	.transform((place) =>
		place
			.trim()
			.toUpperCase()
			.replace(/[._ ]+/g, '-'),
	)
	.superRefine((place, context) => {
		const message = place === '' ? undefined : problemOf(place);
		if (message !== undefined) context.addIssue({ code: 'custom', message });
	})
	.default('');

/** What is wrong with a code; undefined when the library knows it. */
function problemOf(place: string): string | undefined {
	const [country = '', state, region, ...more] = place.split('-');
	const all = new Holidays();
	if (!knows(all.getCountries(), country) || more.length > 0)
		return 'must be the code of a country, such as CO or MX, or of a country with its region, such as ES-MD or DE-BY';
	if (state === undefined) return undefined;
	const states = all.getStates(country);
	if (!knows(states, state)) return unknownIn(country, states);
	if (region === undefined) return undefined;
	const regions = all.getRegions(country, state);
	return knows(regions, region) ? undefined : unknownIn(`${country}-${state}`, regions);
}

function knows(codes: Record<string, string> | undefined, code: string): boolean {
	return Object.keys(codes ?? {}).some((known) => known.toUpperCase() === code);
}

function unknownIn(place: string, codes: Record<string, string> | undefined): string {
	const known = Object.keys(codes ?? {}).map((code) => `${place}-${code.toUpperCase()}`);
	if (known.length === 0) return `is not known more exactly than ${place}; write ${place}`;
	const more = known.length > CODES_NAMED ? ' and others' : '';
	return `must be ${place} or one of its regions: ${known.slice(0, CODES_NAMED).join(', ')}${more}`;
}
