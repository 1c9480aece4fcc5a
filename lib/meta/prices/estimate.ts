import type { TemplateCategory } from '../../follow-up/types.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Conversation } from '../../messaging/conversation.ts';
import { marketOf } from './market.ts';
import type { RateCategory, RateTable } from './rate-table.ts';

/** What a message may cost. Without `low` and `high` nobody knows: that is never the same as nothing. */
export interface CostEstimate {
	currency: string;
	/** Least and most; equal when there is no doubt. */
	low?: number;
	high?: number;
	category?: RateCategory;
	/** ISO 3166 code of the customer's country. */
	market?: string;
	/** Why it is so, as a sentence. */
	why: string;
}

export interface CostFacts {
	conversation: Pick<Conversation, 'channel' | 'contact' | 'freeEntryAt' | 'lastOutboundAt'>;
	/** The category of the template; left out for a free-form message. */
	template?: { category?: TemplateCategory };
	rates: RateTable;
	/** Free service messages left this month, if it is known. */
	freeServiceLeft?: number;
	at: Date;
}

const HOUR_MS = 3_600_000;
/** From then on free-form messages are billed as service messages. Source: Meta, WhatsApp pricing; read 2026-11-22. */
const SERVICE_BILLED_FROM = Date.UTC(2026, 9, 1);
/** After an answer within 24 hours to somebody who came by an ad, everything is free for 72 hours. */
const ENTRY_ANSWER_MS = 24 * HOUR_MS;
const ENTRY_FREE_MS = 72 * HOUR_MS;

/** Estimates what a message will cost before it is sent; Meta's status tells afterwards what was billed. */
export function estimateCost({
	conversation,
	template,
	rates,
	freeServiceLeft,
	at,
}: CostFacts): CostEstimate {
	const { currency } = rates;
	const free = (why: string): CostEstimate => ({ currency, low: 0, high: 0, why });
	if (!CHANNEL_FACTS[conversation.channel].isBilled) return free('Meta documents no charge on this platform');
	if (inFreeEntry(conversation, at)) return free('The customer came by an ad: free for 72 hours');
	if (!template && at.getTime() < SERVICE_BILLED_FROM)
		return free('Free-form messages were free until October 2026');
	if (!template && freeServiceLeft !== undefined && freeServiceLeft > 0)
		return { ...free('One of the free service messages of this month'), category: 'service' };

	const category: RateCategory = template ? (template.category ?? 'marketing') : 'service';
	const market = marketOf(conversation.contact);
	const about = { currency, category, ...(market ? { market } : {}) };
	const rate = market === undefined ? undefined : rates.rates[market]?.[category];
	if (rate === undefined) {
		const where = market ?? 'an unknown country';
		return { ...about, why: `The rate table of ${rates.date} has no ${category} rate for ${where}` };
	}
	if (template)
		return { ...about, low: rate, high: rate, why: `${rateOf(category)} of ${rates.date} for ${market}` };
	return freeServiceLeft === undefined
		? {
				...about,
				low: 0,
				high: rate,
				why: 'Free while the free service messages of the month last, then billed',
			}
		: { ...about, low: rate, high: rate, why: `Rate of ${rates.date} for ${market}` };
}

/**
 * A marketing template can carry a maximum price since 2026-10-01; Meta then bills that or less. Source: Meta, "Max price"
 * (open beta); read 2026-11-30.
 */
function rateOf(category: RateCategory): string {
	return category === 'marketing' ? 'At most the rate' : 'Rate';
}

function inFreeEntry({ freeEntryAt, lastOutboundAt }: CostFacts['conversation'], at: Date): boolean {
	const entered = Date.parse(freeEntryAt ?? '');
	if (Number.isNaN(entered) || at.getTime() < entered) return false;
	const answered = Date.parse(lastOutboundAt ?? '') >= entered;
	return at.getTime() < entered + (answered ? ENTRY_FREE_MS : ENTRY_ANSWER_MS);
}
