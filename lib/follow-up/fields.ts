import * as z from 'zod4';

/** A text that must be there. */
export const required = (what: string) =>
	z.string(`is required: ${what}`).trim().min(1, `is required: ${what}`);

/** A number, also as the text of one: sheets and data tables often hold numbers as text. Nothing else is turned into one. */
export const number = (message: string) =>
	z.preprocess(
		(value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
		z.number(message),
	);

const YES = ['true', 'yes', 'sí', 'si', 'verdadero', 'activo', '1'];
const NO = ['false', 'no', 'falso', 'inactivo', '0'];

/** True or false, also as a sheet or a person writes it. */
export const yesOrNo = z.preprocess((value) => {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return YES.includes(text) ? true : NO.includes(text) ? false : value;
}, z.boolean('must be true or false'));

/** A number within bounds. */
export const numberFrom = (least: number, most: number, what: string) =>
	z.preprocess(
		(value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
		z
			.number(`must be a number of ${what}`)
			.min(least, `must be at least ${least}`)
			.max(most, `must be at most ${most}`),
	);

/** A list, as JSON gives it (`[…]`) or as a collection of the node does (`{values: […]}`). */
export const listOf = <T extends z.ZodType>(entry: T, message: string) =>
	z.preprocess(
		(given) =>
			given !== null && typeof given === 'object' && !Array.isArray(given) ? fromNode(given) : given,
		z.array(entry, message),
	);

function fromNode(given: { values?: unknown }): unknown {
	return Object.keys(given).length === 0 ? [] : given.values;
}
