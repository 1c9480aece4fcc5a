import type { EventPricing } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, fixedQuery, places, type ItemsOf, type ValuesOf } from '../database/fixed-query.ts';
import type { MessageCostRow } from '../database/schema.ts';
import { readRates } from '../database/stored-json.ts';
import type { AccountAddress } from './pauses.ts';
import { partsOf } from '../database/parts.ts';

/** Rates of one market by category, in the currency's unit, e.g. 0.026; a category without a rate is unknown. */
export type MarketRates = Record<string, number | undefined>;

export interface NewCost extends AccountAddress {
	messageId: string;
	/** Key of the conversation, so that the cost goes when the customer is deleted. */
	conversation?: string;
	/** The stored follow-up it was, if it was one. */
	scheduledId?: string;
	market?: string;
	currency: string;
	rates?: MarketRates;
	/** What it may cost, least and most; left out when unknown. */
	estimate?: { low: number; high: number };
}

export interface Spent {
	currency: string;
	/** What is known to be spent: what Meta billed, or the most that was estimated until Meta says. */
	amount: number;
	messages: number;
	/** Messages whose cost is not known; they are not in the amount. */
	unknown: number;
}

export interface FollowUpCost extends Spent {
	chatbot?: string;
	followUpId?: string;
}

const MILLION = 1_000_000;

/** Writes down what a message may cost; Meta's own word on it may have come first. */
export async function noteCost(
	db: Db,
	cost: NewCost,
	conversationId: number | undefined,
	now: Date,
): Promise<void> {
	const known = {
		scheduled_id: cost.scheduledId ?? null,
		market: cost.market ?? null,
		currency: cost.currency,
		rates_json: cost.rates ? JSON.stringify(cost.rates) : null,
		estimate_low: micros(cost.estimate?.low),
		estimate_high: micros(cost.estimate?.high),
	};
	const address = {
		...{ channel: cost.channel, account: cost.account, at: now.getTime() },
		conversation_id: conversationId ?? null,
	};
	await db.transaction().execute(async (tx) => {
		const { category, pricing_type, actual } = await tx
			.insertInto('message_costs')
			.values({ message_id: cost.messageId, ...address, ...known })
			.onConflict((conflict) =>
				conflict.column('message_id').doUpdateSet((row) => ({
					...known,
					conversation_id: row.fn.coalesce('message_costs.conversation_id', 'excluded.conversation_id'),
				})),
			)
			.returning(['category', 'pricing_type', 'actual'])
			.executeTakeFirstOrThrow();
		if (pricing_type === null || actual !== null) return;
		const amount = priceOf({ type: pricing_type, category: category ?? '' }, cost.rates);
		await tx
			.updateTable('message_costs')
			.set({ actual: micros(amount) })
			.where('message_id', '=', cost.messageId)
			.execute();
	});
}

/** A message as Meta names it in a status, and when. */
type PricedMessage = AccountAddress & { messageId: string; at: number; conversationId?: number };

/** What Meta's statuses say of prices, noted for all messages of a delivery at once; a message that failed costs nothing. */
export class Prices {
	private readonly told = new Map<
		string,
		{ message: PricedMessage; pricing?: EventPricing; failed: boolean }
	>();

	/** Of several statuses of one message what each says counts, the last word on the price too. */
	add(message: PricedMessage, { pricing, state }: { pricing?: EventPricing; state: string }): void {
		const failed = state === 'failed';
		if (!pricing && !failed) return;
		const before = this.told.get(message.messageId);
		this.told.set(message.messageId, {
			message: before?.message ?? message,
			...((pricing ?? before?.pricing) ? { pricing: pricing ?? before?.pricing } : {}),
			failed,
		});
	}

	/** `presentId`: the number of a conversation now; some may have become one. */
	async save(tx: Db, presentId: (id: number) => number): Promise<void> {
		// Always in the same order: others may be told of the same messages at this moment.
		const told = [...this.told].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
		const rows = told.map(({ message, pricing, failed }) => {
			const { type = '', category = '', billable } = pricing ?? {};
			const priceBy = (rates?: MarketRates): number | null =>
				micros(failed ? 0 : priceOf({ type, category, billable }, rates));
			return {
				...{ message_id: message.messageId, channel: message.channel, account: message.account },
				...{ at: message.at, currency: '', category: pricing?.category ?? null },
				conversation_id: message.conversationId === undefined ? null : presentId(message.conversationId),
				...{
					pricing_type: pricing?.type ?? null,
					actual: priceBy(),
					isPriced: pricing !== undefined,
					priceBy,
				},
			};
		});
		for (const some of partsOf(rows.filter(({ isPriced }) => isPriced))) {
			const byId = new Map(some.map((row) => [row.message_id, row]));
			// Only what was sent from here has rates; their words on the price are written anew.
			for (const { message_id, rates_json } of await PRICED.all(tx, some, {})) {
				const actual = rates_json === null ? undefined : byId.get(message_id)?.priceBy(readRates(rates_json));
				if (actual !== undefined) await SET_ACTUAL.run(tx, { messageId: message_id, actual });
			}
		}
		for (const some of partsOf(rows.filter(({ isPriced }) => !isPriced))) await FAILED.run(tx, some, {});
	}
}

type PriceRow = Pick<
	MessageCostRow,
	| ('message_id' | 'channel' | 'account' | 'conversation_id' | 'at')
	| ('currency' | 'category' | 'pricing_type' | 'actual')
>;

function insertPrices(db: Db, length: number, item: ItemsOf<PriceRow>) {
	return db.insertInto('message_costs').values(
		places(length, (place) => ({
			message_id: item(place, 'message_id'),
			channel: item(place, 'channel'),
			account: item(place, 'account'),
			conversation_id: item(place, 'conversation_id'),
			at: item(place, 'at'),
			currency: item(place, 'currency'),
			category: item(place, 'category'),
			pricing_type: item(place, 'pricing_type'),
			actual: item(place, 'actual'),
		})),
	);
}

const PRICED = fixedListQuery((db, length, item: ItemsOf<PriceRow>) =>
	insertPrices(db, length, item)
		.onConflict((conflict) =>
			conflict
				.column('message_id')
				.doUpdateSet((row) => ({
					category: row.ref('excluded.category'),
					pricing_type: row.ref('excluded.pricing_type'),
					actual: row.ref('excluded.actual'),
					conversation_id: row.fn.coalesce('message_costs.conversation_id', 'excluded.conversation_id'),
				}))
				// An account tells of its own messages only.
				.whereRef('message_costs.account', '=', 'excluded.account' as 'account'),
		)
		.returning(['message_id', 'rates_json']),
);

const SET_ACTUAL = fixedQuery((db, value: ValuesOf<{ messageId: string; actual: number | null }>) =>
	db
		.updateTable('message_costs')
		.set({ actual: value('actual') })
		.where('message_id', '=', value('messageId')),
);

/** A failure says nothing of the category. */
const FAILED = fixedListQuery((db, length, item: ItemsOf<PriceRow>) =>
	insertPrices(db, length, item).onConflict((conflict) =>
		conflict
			.column('message_id')
			.doUpdateSet((row) => ({ actual: row.ref('excluded.actual') }))
			// An account tells of its own messages only.
			.whereRef('message_costs.account', '=', 'excluded.account' as 'account'),
	),
);

/** Free types are free; what is billed costs the market's rate of its category; without a rate nobody knows. */
function priceOf(
	{ type, category, billable }: { type: string; category: string; billable?: boolean },
	rates: MarketRates | undefined,
): number | undefined {
	if (billable === false || type.startsWith('free_')) return 0;
	return rates && Object.hasOwn(rates, category) ? rates[category] : undefined;
}

/** What an account has spent since a moment, in one currency. */
export async function spentSince(
	db: Db,
	account: AccountAddress,
	currency: string,
	since: Date,
): Promise<Spent> {
	const rows = await costRows(db, since)
		.where('cost.channel', '=', account.channel)
		.where('cost.account', '=', account.account)
		.execute();
	return sum(
		rows.filter((row) => row.currency === currency || row.currency === ''),
		currency,
	);
}

/** What each follow-up has cost since a moment, by chatbot, follow-up and currency. */
export async function followUpCosts(db: Db, since: Date): Promise<FollowUpCost[]> {
	const rows = await costRows(db, since)
		.innerJoin('scheduled_follow_ups as scheduled', 'scheduled.id', 'cost.scheduled_id')
		.select(['scheduled.chatbot', 'scheduled.follow_up'])
		.execute();
	const groups = Map.groupBy(rows, (row) => JSON.stringify([row.chatbot, row.follow_up, row.currency]));
	return [...groups.values()].map((group) => {
		const { chatbot, follow_up, currency } = group[0] as (typeof rows)[number];
		return { chatbot, followUpId: follow_up, ...sum(group, currency) };
	});
}

function costRows(db: Db, since: Date) {
	return db
		.selectFrom('message_costs as cost')
		.select(['cost.currency', 'cost.actual', 'cost.estimate_high'])
		.where('cost.at', '>=', since.getTime());
}

function sum(rows: { actual: number | null; estimate_high: number | null }[], currency: string): Spent {
	const amounts = rows.map(({ actual, estimate_high }) => actual ?? estimate_high);
	const known = amounts.filter((amount) => amount !== null);
	return {
		...{ currency, messages: rows.length, unknown: rows.length - known.length },
		amount: known.reduce((total, amount) => total + amount, 0) / MILLION,
	};
}

function micros(amount: number | undefined): number | null {
	return amount === undefined ? null : Math.round(amount * MILLION);
}
