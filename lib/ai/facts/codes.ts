export interface Code {
	found: string;
	/** It gives something away: the business alone can have made it. */
	isCoupon: boolean;
}

const TOKEN = /(?<![\p{L}\p{N}])[A-Za-z0-9][A-Za-z0-9_-]{3,127}/gu;
const COUPON_BEFORE =
	/(?:c[óo]digo|cup[óo]n|cupom|code|coupon|voucher)(?:\s(?:de descuento|promocional|is|es|é))?:?\s$/i;
/** USD120, COP50000: money without a space. */
const MONEY = /^(?:USD|EUR|COP|MXN|ARS|CLP|PEN|BRL|GBP|AUD|CAD|UF|RD|GTQ|ZAR)\d/;
/** A wallet, a key, an account: nobody writes words that long with figures in them. */
const OPAQUE_CHARACTERS = 20;

/** Coupons, references, wallets and keys: what is copied letter by letter. And the text without them. */
export function codesIn(text: string): { codes: Code[]; rest: string } {
	const codes: Code[] = [];
	const rest = text.replace(TOKEN, (token: string, at: number) => {
		const isCoupon = COUPON_BEFORE.test(text.slice(Math.max(0, at - 40), at));
		const hasFigure = /\d/.test(token);
		const isCapitals = /^[A-Z][A-Z0-9_-]*$/.test(token) && !MONEY.test(token);
		const isReference = isCapitals && hasFigure && /^[A-Z]{2}/.test(token) && token.length >= 5;
		const isOpaque = token.length >= OPAQUE_CHARACTERS && hasFigure && /[A-Za-z]/.test(token);
		if (!isReference && !isOpaque && !(isCoupon && isCapitals)) return token;
		codes.push({ found: token, isCoupon });
		return ';'.repeat(token.length);
	});
	return { codes, rest };
}
