import type { Conversation } from '../messaging/conversation.ts';
import { asNow, type Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';

export interface Happening {
	at: Date;
	happen(): Promise<unknown>;
}

/** They may have asked before the first message that is kept. */
const EVEN_IF_UNKNOWN = { evenIfUnknown: true };

/**
 * What people did to the conversation besides writing, at the time they did it. Only the last of each kind is known: a pause
 * that was lifted, or an opt-out that was taken back, has left no trace.
 */
export function factsAsHappenings(store: Store, facts: Conversation): Happening[] {
	const { key, optedOutAt, marketingOptedOutAt, pausedAt, pausedUntil, pauseReason, convertedAt } = facts;
	const happenings: Happening[] = [];
	const note = (at: string | undefined, happen: (now: Now) => Promise<unknown>) => {
		if (at === undefined) return;
		const now = asNow(new Date(at));
		happenings.push({ at: now, happen: async () => await happen(now) });
	};
	note(optedOutAt, async (now) => await store.optOut({ key }, 'all', now, EVEN_IF_UNKNOWN));
	note(marketingOptedOutAt, async (now) => await store.optOut({ key }, 'marketing', now, EVEN_IF_UNKNOWN));
	note(convertedAt, async (now) => await store.markConverted({ key }, {}, now));
	note(pausedAt, async (now) => {
		const why = pauseReason === undefined ? {} : { why: pauseReason };
		const until = pausedUntil === undefined ? {} : { until: new Date(pausedUntil) };
		return await store.pauseConversation({ key }, { ...why, ...until }, now);
	});
	note(facts.ownedByOtherSince, async (now) => {
		const { channel, account, contact } = facts;
		const taken = {
			id: `handover:${key}`,
			channel,
			account,
			contact,
			at: now.toISOString(),
			opensWindow: false,
		};
		return await store.ingest([{ ...taken, kind: 'handover', handover: { action: 'take' }, raw: {} }], now);
	});
	return happenings;
}
