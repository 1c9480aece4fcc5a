import { sql } from 'kysely';
import type { Channel } from '../../messaging/channel.ts';
import { conversationKey } from '../../messaging/conversation-key.ts';
import type { Db } from '../database/db.ts';
import { lockConversation } from '../conversations/find.ts';

/** A customer of whom only an ID is known, and whose profile nobody has asked for. */
export interface Nameless {
	key: string;
	channel: Channel;
	contact: string;
}

/** What a profile told; without names it is only noted that it was asked for. */
export interface AskedProfile {
	key: string;
	name?: string;
	username?: string;
}

// Literals, as the index has them.
const NEVER_ASKED = sql<boolean>`name is null and username is null and profile_asked_at is null`;

/** Customers without a name whose profile was never asked for, those who wrote last first. */
export async function nameless(db: Db, channels: readonly Channel[], limit: number): Promise<Nameless[]> {
	const rows = await db
		.selectFrom('conversations')
		.select(['channel', 'account', 'contact'])
		.where(NEVER_ASKED)
		.where('phone', 'is', null)
		.where('channel', 'in', channels)
		.where('last_inbound_at', 'is not', null)
		.orderBy('last_inbound_at', 'desc')
		.limit(limit)
		.execute();
	return rows.map(({ channel, account, contact }) => ({
		...{ channel, contact },
		key: conversationKey({ channel, account, contact }),
	}));
}

/** Notes what profiles told; a name that came from elsewhere meanwhile stays. */
export async function noteProfiles(db: Db, asked: readonly AskedProfile[], now: Date): Promise<void> {
	for (const { key, name = null, username = null } of asked)
		await db.transaction().execute(async (tx) => {
			// A message that is taken in meanwhile writes the whole conversation.
			const row = await lockConversation(tx, key);
			if (!row) return;
			await tx
				.updateTable('conversations')
				.set({
					...{ name: row.name ?? name, username: row.username ?? username },
					profile_asked_at: now.getTime(),
				})
				.where('id', '=', row.id)
				.execute();
		});
}
