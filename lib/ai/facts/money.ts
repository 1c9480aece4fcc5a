import { plainWords } from '../../messaging/plain-words.ts';
import { valueOf } from './numbers.ts';

const AMOUNT = String.raw`(?<![\d.,'’])\d{1,15}(?:[.,'’]\d{1,15}){0,6}`;
const FACTOR = String.raw`(?:\s*(?:mil|k|mill[oó]n(?:es)?|milh(?:ão|ões)|million|thousand)\b)?`;
const SIGN = String.raw`[$€£¥₡₲₹]|R\$|S\/\.?|US\$|\b(?:usd|eur|cop|mxn|ars|clp|pen|brl|gbp)\b`;
const UNIT = String.raw`[$€£%]|\b(?:usd|eur|cop|mxn|ars|clp|pen|brl|gbp|pesos?|d[oó]lar(?:es)?|dollars?|bucks|euros?|pounds?|reais|real|soles|por\s?cien(?:to)?|percent|por\s?cento)\b`;
const PRICE = new RegExp(
	`(?:${SIGN})\\s*(${AMOUNT})${FACTOR}|(${AMOUNT})${FACTOR}\\s*(?:de\\s+)?(?:${UNIT})`,
	'giu',
);

export interface Price {
	found: string;
	amount: number;
}

/** Amounts of money and percentages in a text. */
export function pricesIn(text: string): Price[] {
	return [...text.normalize('NFKC').matchAll(PRICE)].map(([found, before, after]) => ({
		found: found.trim(),
		amount: valueOf(before ?? after ?? '') * factorIn(found),
	}));
}

/** A text with its amounts taken out, so that a large one is not read as a phone number. */
export function withoutPrices(text: string): string {
	return text.normalize('NFKC').replace(PRICE, ' ; ');
}

function factorIn(found: string): number {
	if (/mill|milh/i.test(found)) return 1_000_000;
	return /\d\s*(?:mil|k|thousand)\b/i.test(found) ? 1_000 : 1;
}

/** What a business must not promise by accident, with its words in Spanish, English and Portuguese (no accents). */
const OFFERS: Record<string, RegExp> = {
	free: /\b(?:gratis|gratuit[ao]s?|for free|free of charge|sin costo|sem custo|cortesia)\b/,
	discount: /\b(?:descuentos?|discounts?|discounted|descontos?|rebajas?|% off)\b/,
	refund: /\b(?:reembols\w+|refund\w*|devolucion del dinero|money back|dinheiro de volta)\b/,
	coupon: /\b(?:cupon(?:es)?|coupons?|cupom|cupons|promo codes?|vouchers?)\b/,
	promotion: /\b(?:promocion(?:es)?|promotions?|promocao|promocoes|black friday)\b/,
	guarantee: /\b(?:garantizamos|garantizad[ao]s?|guaranteed?|garantimos|garantid[ao]s?)\b/,
	scarcity:
		/\b(?:ultim[ao]s? (?:cupos?|unidades?|plazas?|vagas?)|last (?:spots?|units?|seats?)|only \d+ left|solo quedan \d+|restam \d+)\b/,
};

/** Promises in a text: something free, a discount, a refund … */
export function offersIn(text: string): { kind: string; found: string }[] {
	const plain = plainWords(text.normalize('NFKC'));
	return Object.entries(OFFERS).flatMap(([kind, pattern]) => {
		const found = pattern.exec(plain)?.[0];
		return found ? [{ kind, found }] : [];
	});
}
