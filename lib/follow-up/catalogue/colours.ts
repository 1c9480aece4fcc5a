import type { Choice } from './field.ts';

/** Labels as the product text has them; named, so that lists and filters can be read by everybody. */
export const COLOURS: readonly Choice[] = [
	{ name: 'Blue', value: 'blue' },
	{ name: 'Green', value: 'green' },
	{ name: 'Grey', value: 'grey' },
	{ name: 'None', value: '' },
	{ name: 'Orange', value: 'orange' },
	{ name: 'Pink', value: 'pink' },
	{ name: 'Purple', value: 'purple' },
	{ name: 'Red', value: 'red' },
	{ name: 'Yellow', value: 'yellow' },
];
