/** One sentence for people in each language of screens and docs. */
export interface Sentences {
	en: string;
	es: string;
}
