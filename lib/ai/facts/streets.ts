import type { Reading } from './reading.ts';

export interface Street {
	found: string;
	/** The last word of its name, without accents. */
	name: string;
	number: number;
}

const KIND_FIRST =
	/(?<!\p{L})(?:calle|carrera|cra|kra|avenida|avda?|av|jr|jiron|pasaje|diagonal|transversal|calzada|boulevard|blvd|alameda|rua|travessa|rodovia|estrada|praca)\.?\s((?:[\p{L}.'-]{1,20},?\s){0,5})(?:#|n[o°]\.?|num\.?)?\s?(\d{1,5})(?!\d)/gu;
const KIND_LAST =
	/(?<![\d.,])(\d{1,5})\s((?:[\p{L}'-]{1,20}\s){1,3})(?:street|st|lane|ln|road|rd|avenue|ave|drive|dr|court|ct|boulevard|blvd|place|square)(?!\p{L})/gu;

/** Addresses of houses. */
export function takeStreets(reading: Reading): Street[] {
	const read = (match: RegExpExecArray, words = '', number = ''): Street => {
		const name = words.replace(/[.,]/g, ' ').trim().split(' ').at(-1) ?? '';
		return { found: reading.found(match), name, number: Number(number) };
	};
	return [
		...reading.take(KIND_FIRST, (match) => read(match, match[1], match[2])),
		// "5 minute drive" is none: names have capitals.
		...reading.take(KIND_LAST, (match) => {
			const nameAt = match.index + match[0].indexOf(match[2] ?? '');
			return reading.isCapital(nameAt) ? read(match, match[2], match[1]) : undefined;
		}),
	];
}
