import type { Language } from '../query.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

/** The texts of the page in each language. */
export const words: Record<Language, Words> = { en, es };

export type { Words };

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Record<string, string | number>): string {
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
