/** Endings under which links without https:// are written in chats; "hoy.Mañana" is a missing space. */
const ENDINGS =
	'com|net|org|info|biz|io|co|me|app|dev|shop|store|online|site|link|page|ly|gl|gg|xyz|ai|tv|la|top|click|live|es|mx|ar|br|cl|pe|uy|us|uk|eu|pt|de|fr|it|ru|cn|tk|in';
const LINK = new RegExp(
	String.raw`(?:\b[a-z]{2,10}:\/\/|\bwww\.)[^\s<>"'“”«»]+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:${ENDINGS})\b(?:[/?#:][^\s<>"'“”«»]*)?`,
	'giu',
);
/** How links are spelled past a filter. */
const SPELLED_DOT = /\s?(?:\[\.\]|\(\.\)|\s(?:dot|punto|ponto)\s)\s?/gi;

/** Links in a text, without protocol, www and what follows in the sentence. */
export function linksIn(text: string): string[] {
	const joined = text.normalize('NFKC').replace(SPELLED_DOT, '.');
	return [...joined.matchAll(LINK)].map(([found]) =>
		found
			.toLowerCase()
			.replace(/^[a-z]+:\/\//, '')
			.replace(/^www\./, '')
			.replace(/[).,;:!?*_\]]+$/, '')
			.replace(/\/$/, ''),
	);
}

const HANDLE = /[\p{L}\p{N}._%+-]{0,64}@[\p{L}\p{N}._-]{2,}/gu;

/** E-mail addresses and @names in a text. */
export function handlesIn(text: string): string[] {
	const joined = text.normalize('NFKC').replace(/\s?(?:\(at\)|\[at\]|\sarroba\s)\s?/gi, '@');
	return [...joined.matchAll(HANDLE)].map(([found]) => found.toLowerCase().replace(/[._-]+$/, ''));
}

const PHONE = /\+?\(?\d(?:[\s().\-/]{0,2}\d){6,14}/gu;
const DATE = /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/gu;
const GROUPED_THOUSANDS = /\b\d{1,3}(?:[.,]\d{3})+(?!\d)/gu;

/** Phone numbers in a text, digits only. Amounts of money are to be taken out before. */
export function phonesIn(text: string): string[] {
	const rest = text.normalize('NFKC').replace(DATE, ' ').replace(GROUPED_THOUSANDS, ' ; ');
	return [...rest.matchAll(PHONE)].map(([found]) => found.replace(/\D/g, ''));
}

/** A text with its phone numbers taken out, so that their parts are not read as other numbers. */
export function withoutPhones(text: string): string {
	return text.normalize('NFKC').replace(PHONE, ' ; ');
}
