/** Two signs that each stand for a whole Arabic sentence of up to 18 letters: behind many of them a text would hide. */
const SENTENCES = /[\uFDFA\uFDFB]/g;

/** The same text in the letters that are usually written: full-width, bold and circled ones are brought back to plain ones. */
export function inUsualLetters(text: string): string {
	return text.replace(SENTENCES, ' ').normalize('NFKC');
}
