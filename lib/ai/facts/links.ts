import { LinkifyIt } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };

/** Every ending there is: a list of the usual ones let rb.gy, forms.gle and all of .ec and .gt pass. */
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true, tlds });

/** A link is no longer; nothing longer is looked through at once. */
const PIECE_CHARACTERS = 500;
const MAY_BE_ADDRESS = /[.@:]/;

/** How links and addresses are spelled past a filter. */
const DOT = /\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\(punto\)|\(ponto\))\s?/gi;
const SPELLED_DOT =
	/(?<!\ben)\s(?:dot|punto|ponto|\.)\s(?=(?:com|net|org|info|io|co|app|shop|store|site|online|mx|ar|cl|pe|br|ie|uk|us|ly|gl|gg|es|pt)\b)/gi;
const AT = /\s?(?:\(at\)|\[at\]|\(arroba\)|\[arroba\]|\sarroba\s)\s?/gi;

export interface Address {
	kind: 'link' | 'handle';
	found: string;
	/** Without protocol, www and what follows in the sentence. */
	address: string;
}

const HANDLE = /[\p{L}\p{N}._%+-]{0,64}@[\p{L}\p{N}._-]{2,64}/gu;
/** What looks like a link with an ending that nobody has handed out (yet). */
const OTHER_LINK =
	/\b[a-z][a-z0-9+-]{1,12}:\/\/\S{1,300}|\bwww\.\S{3,300}|(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}\/[\p{L}\p{N}]\S{0,300}/giu;

/** Links, e-mail addresses and @names, and the text without them. */
export function addressesIn(written: string): { addresses: Address[]; rest: string } {
	const text = written.replace(/[。｡]/g, '.').replace(DOT, '.').replace(SPELLED_DOT, '.').replace(AT, '@');
	const addresses: Address[] = [];
	const found = (kind: Address['kind'], what: string): string => {
		addresses.push({ kind, found: what, address: bare(what) });
		return ' ; ';
	};
	const rest = text.replace(new RegExp(String.raw`\S{1,${PIECE_CHARACTERS}}`, 'g'), (piece) => {
		if (!MAY_BE_ADDRESS.test(piece)) return piece;
		let left = '';
		let from = 0;
		for (const { index, lastIndex, schema, raw } of linkify.match(piece) ?? []) {
			if (isMissingSpace(raw)) continue;
			left += piece.slice(from, index) + found(schema === 'mailto:' ? 'handle' : 'link', raw);
			from = lastIndex;
		}
		return left + piece.slice(from);
	});
	const others = rest.replace(OTHER_LINK, (what) => found('link', what));
	// Looked for where there is one: from each letter on it looks 64 further.
	return {
		rest: others.includes('@') ? others.replace(HANDLE, (what) => found('handle', what)) : others,
		addresses,
	};
}

/** "Hola.Me alegra": a sentence begins without a space, and its first word is an ending. */
function isMissingSpace(raw: string): boolean {
	return /^[\p{L}\p{N}]+\.\p{Lu}\p{Ll}*$/u.test(raw);
}

function bare(address: string): string {
	return address
		.toLowerCase()
		.replace(/^[a-z][a-z0-9+-]*:\/{0,2}/, (protocol) =>
			protocol.includes('/') || protocol === 'mailto:' ? '' : protocol,
		)
		.replace(/^www\./, '')
		.replace(/[).,;:!?*_\]/-]{1,20}$/, '');
}
