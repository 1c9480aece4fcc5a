import type { Choice } from './field.ts';

/** Labels as the product text has them; named, so that lists and filters can be read by everybody. */
export const COLOURS: readonly Choice[] = [
	{ name: 'Blue', value: 'blue', words: ['azul'] },
	{ name: 'Green', value: 'green', words: ['verde'] },
	{ name: 'Grey', value: 'grey', words: ['gris', 'gray'] },
	{ name: 'None', value: '', words: ['ninguno', 'sin color'] },
	{ name: 'Orange', value: 'orange', words: ['naranja', 'anaranjado'] },
	{ name: 'Pink', value: 'pink', words: ['rosado', 'rosa'] },
	{ name: 'Purple', value: 'purple', words: ['morado', 'violeta'] },
	{ name: 'Red', value: 'red', words: ['rojo'] },
	{ name: 'Yellow', value: 'yellow', words: ['amarillo'] },
];
