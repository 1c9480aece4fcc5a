import {
	joinWishes,
	oneWish,
	standingStop,
	stands,
	stopsOnly,
	type Stop,
	type Wish,
	type Wishes,
} from '../../messaging/wishes.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { readWishTimes } from '../database/stored-json.ts';

/** The columns that hold somebody's wishes. All but `wishes_json` are read from it: what stands, for those who ask. */
export type WishFacts = Pick<
	ConversationRow,
	| ('opted_out_at' | 'opted_out_by' | 'opted_out_note' | 'opted_in_at' | 'opted_in_note')
	| ('marketing_opted_out_at' | 'marketing_opted_out_by' | 'wishes_json')
>;

/** What is said of a wish besides its time. */
export interface HeardWish {
	at: number;
	note?: string;
}

/** What a conversation knows with one more wish. */
export function withWish(facts: WishFacts, wish: Wish, { at, note }: HeardWish, now: Date): WishFacts {
	return factsOf(joinWishes(wishesIn(facts), oneWish(wish, at, now, note)));
}

/** What is known of one person from two conversations that turn out to be the same. */
export function joinedWishes(one: WishFacts, other: WishFacts): WishFacts {
	return factsOf(joinWishes(wishesIn(one), wishesIn(other)));
}

/** What forbids messages, without what anybody said of it. */
export function forbiddingWishes(facts: WishFacts): WishFacts {
	return factsOf(stopsOnly(wishesIn(facts)));
}

/** The customer stopped marketing at Meta; nobody but they can take that back. */
export function isStoppedAtMeta(facts: WishFacts): boolean {
	return stands(wishesIn(facts), 'marketingAtMeta');
}

/** Earlier versions wrote the other columns only: what stood then, with its time, is a wish of that time. */
function wishesIn(facts: WishFacts): Wishes {
	const { opted_out_at, opted_in_at, marketing_opted_out_at, opted_out_note, opted_in_note } = facts;
	const columns: [Wish, number | null][] = [
		[ALL_BY[facts.opted_out_by ?? ''] ?? 'allByCustomer', opted_out_at],
		[MARKETING_BY[facts.marketing_opted_out_by ?? ''] ?? 'marketingAtMeta', marketing_opted_out_at],
		['agreed', opted_in_at],
	];
	const at: Wishes['at'] = readWishTimes(facts.wishes_json) ?? {};
	for (const [wish, when] of columns) if (when !== null) at[wish] = Math.max(at[wish] ?? when, when);
	return {
		at,
		notes: {
			...(opted_out_note !== null && at.allByModel !== undefined ? { allByModel: opted_out_note } : {}),
			...(opted_in_note !== null && at.agreed !== undefined ? { agreed: opted_in_note } : {}),
		},
	};
}

const ALL_BY: Record<string, Stop> = { business: 'allByBusiness', model: 'allByModel' };
const MARKETING_BY: Record<string, Stop> = {
	business: 'marketingByBusiness',
	customer: 'marketingByCustomer',
};

function factsOf(wishes: Wishes): WishFacts {
	const all = standingStop(wishes, 'all');
	const marketing = standingStop(wishes, 'marketing');
	const { at, notes } = wishes;
	return {
		opted_out_at: all?.at ?? null,
		opted_out_by: all?.by ?? null,
		// Kept while it stands, also where the customer's own words are what is told.
		opted_out_note: (stands(wishes, 'allByModel') ? notes.allByModel : undefined) ?? null,
		marketing_opted_out_at: marketing?.at ?? null,
		marketing_opted_out_by: marketing?.by ?? null,
		opted_in_at: at.agreed ?? null,
		opted_in_note: notes.agreed ?? null,
		wishes_json: Object.keys(at).length > 0 ? JSON.stringify(at) : null,
	};
}

/** Meta refused marketing because the customer had stopped it there; that is known since now. */
export async function noteRefusedMarketing(tx: Db, row: ConversationRow, now: Date): Promise<void> {
	const changes = withWish(row, 'marketingAtMeta', { at: now.getTime() }, now);
	await tx.updateTable('conversations').set(changes).where('id', '=', row.id).execute();
}
