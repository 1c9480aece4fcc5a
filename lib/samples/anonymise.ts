import { createHmac } from 'node:crypto';
import { CODES, isName, isToken, TIMES } from './kept.ts';

/** Longer runs of digits may be somebody's: numbers of phones, accounts, customers. Shorter ones are codes and sizes. */
const LONGEST_CODE = 5;
/** Hosts of Meta's own; whoever advertises has another. */
const METAS_HOST = /(^|\.)(facebook|fbcdn|fbsbx|instagram|cdninstagram|whatsapp|messenger)\.(com|net)$/;
/** What IDs begin with by their kind; it tells nothing of anybody. */
const KIND_OF_ID = /^(wamid\.|wacid\.|m_|mid\.|ig_|[A-Z]{2}\.(?=\d))/;

/** Replaces what is somebody's: the same value by the same one under the same key, and by nothing that leads back to it. */
export class Anonymiser {
	/** @param key - a secret of the moment: with it, whoever has a list of numbers could try them out. */
	constructor(private readonly key: Buffer) {}

	/** A delivery of the same form, in which no number, ID, name, text, address or place is anybody's. */
	anonymise(json: unknown): unknown {
		return this.value(json, '');
	}

	private value(value: unknown, under: string): unknown {
		if (Array.isArray(value)) return value.map((one) => this.value(one, under));
		if (typeof value === 'string') return this.text(value, under);
		if (typeof value === 'number') return this.number(value, under);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner], place) => [
				isName(name) ? name : `#${place}`,
				this.value(inner, name),
			]),
		);
	}

	private text(text: string, under: string): string {
		if (isToken(under, text) || (TIMES.test(under) && /^\d{10}(\d{3})?$/.test(text))) return text;
		if (/^\s*[[{]/.test(text)) {
			const inner = parsed(text);
			if (inner !== undefined) return JSON.stringify(this.value(inner, ''));
		}
		if (/^https?:\/\//i.test(text)) return address(text);
		return /^[\w.:+/=-]{6,}$/.test(text) ? this.id(text) : withoutWords(text);
	}

	/** Of the same length and the same kinds of characters. */
	private id(id: string): string {
		const [kind = ''] = KIND_OF_ID.exec(id) ?? [];
		const hash = this.bytesFor(id);
		// Which country a number is of decides how it is written.
		const kept = kind === '' && /^\+?\d{10,15}$/.test(id) ? 3 : kind.length;
		const rest = [...id.slice(kept)].map((character, place) => {
			const byte = hash[place % hash.length] as number;
			if (/\d/.test(character)) return String(byte % 10);
			if (/[a-z]/.test(character)) return String.fromCharCode(97 + (byte % 26));
			return /[A-Z]/.test(character) ? String.fromCharCode(65 + (byte % 26)) : character;
		});
		return id.slice(0, kept) + rest.join('');
	}

	private number(number: number, under: string): number {
		if (!Number.isInteger(number)) return Math.sign(number) * 1.5;
		const digits = String(Math.abs(number));
		if (CODES.has(under) || TIMES.test(under) || digits.length <= LONGEST_CODE) return number;
		return Math.sign(number) * Number(`1${this.id(digits).slice(1)}`);
	}

	private bytesFor(value: string): Buffer {
		return createHmac('sha256', this.key).update(value).digest();
	}
}

/** Letters and digits go; that there were some, spaces, punctuation and pictures stay. */
function withoutWords(text: string): string {
	return text
		.replaceAll(/\p{Lu}/gu, 'X')
		.replaceAll(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? letter : 'x'))
		.replaceAll(/\p{N}/gu, '0');
}

function address(url: string): string {
	const host = URL.canParse(url) ? new URL(url).hostname : '';
	return `https://${METAS_HOST.test(host) ? host : 'example.com'}/`;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
