const GIVEN =
	'shipping|delivery|trial|consultation|quote|estimates?|class|lesson|gift|month|week|night|session|upgrade|installation|sample|demo|assessment|cleaning|breakfast';

/** What a business must not promise by accident, in Spanish, English and Portuguese (no capitals, no accents). */
const OFFERS: Record<string, RegExp[]> = {
	free: [
		/\b(?:gratis|gratuit[ao]s?|cortesia|complimentary|de graca|taxa zero|de brinde|brindes?|de regalo|regalamos)\b/,
		/\b(?:sin (?:ningun )?(?:costo|coste|cargo)|no (?:se cobra|tiene (?:costo|coste|cargo))|sem (?:custo|cobrar)|por nossa conta)\b/,
		/\b(?:for free|free of charge|free for (?:you|\d{1,3})|(?:no|without) charge|at no cost|on us|on the house|get one free)\b/,
		new RegExp(
			String.raw`\bfree (?:${GIVEN})\b|\b(?:${GIVEN}|second|third|fourth|one|kids?) (?:is|are|goes|go) free\b`,
		),
		/\bship(?:s|ping|ped)?(?: is)?(?: for)? free\b/,
	],
	twoForOne: [
		/\b[2-4] ?x ?[1-3]\b|\b[2-4] (?:por|for) (?:1|2|uno|um|one)\b|\bbuy one get\b/,
		/\b(?:llev|compr|lev)\w{0,6} [^.;!?]{0,30}\bpag\w{0,4} (?:solo )?(?:1|2|uno|una|um)\b/,
	],
	discount: [
		/\b(?:descuentos?|discounts?|discounted|descontos?|rebajas?|rebajad[ao]s?|mitad de precio|half (?:the )?price|half off|metade do preco)\b/,
		/% ?(?:off|menos)\b|\b(?:percent|por ciento|por cento) off\b/,
	],
	financing: [/\b(?:sin interes(?:es)?|sem juros|interest[- ]free)\b/],
	refund: [
		/\b(?:reembols\w{1,6}|refund\w{0,4}|devol\w{1,6} (?:el|del|la|tu|su) (?:dinero|mitad)|money back|dinheiro de volta)\b/,
	],
	coupon: [/\b(?:cupon(?:es)?|coupons?|cupom|cupons|promo codes?|vouchers?)\b/],
	promotion: [/\b(?:promos?|promocion(?:es)?|promotions?|promocao|promocoes|black friday)\b/],
	guarantee: [/\b(?:garantizamos|garantizad[ao]s?|guaranteed?|garantimos|garantid[ao]s?)\b/],
	scarcity: [
		/\b(?:ultim[ao]s? (?:\d{1,3} )?(?:cupos?|lugares|unidades?|plazas?|vagas?)|last (?:\d{1,3} )?(?:spots?|units?|seats?))\b/,
		/\b(?:only \d{1,4} left|solo quedan \d{1,4}|restam \d{1,4})\b/,
	],
};

export interface Offer {
	kind: string;
	found: string;
}

/** Promises in a text: something free, a discount, a refund … */
export function offersIn(plain: string): Offer[] {
	return Object.entries(OFFERS).flatMap(([kind, patterns]) => {
		const found = patterns.map((pattern) => pattern.exec(plain)?.[0]).find((one) => one !== undefined);
		return found === undefined ? [] : [{ kind, found }];
	});
}
