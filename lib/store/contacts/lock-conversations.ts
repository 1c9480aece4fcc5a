import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { everyAliasOf, previousIdsOf, type Address } from './aliases.ts';
import { partsOf } from '../database/parts.ts';

/** What a conversation may be found by: the IDs of its contact, those they had before, and a message in it. */
export type Named = Address & Pick<MessagingEvent, 'contact'> & Partial<Pick<MessagingEvent, 'status'>>;

/**
 * Locks every conversation that events name, always in the same order: two deliveries that name the same customers would
 * otherwise wait for each other in a circle.
 */
export async function lockConversations(tx: Db, events: readonly Named[]): Promise<void> {
	const ids = [...new Set([...(await byAlias(tx, events)), ...(await byMessage(tx, events))])].sort(
		(a, b) => a - b,
	);
	for (const some of partsOf(ids))
		await tx
			.selectFrom('conversations')
			.select('id')
			.where('id', 'in', some)
			.orderBy('id')
			.forNoKeyUpdate()
			.execute();
}

async function byAlias(tx: Db, events: readonly Named[]): Promise<number[]> {
	const named = new Map<string, Address & { alias: string }>();
	for (const { channel, account, contact } of events) {
		const earlier = previousIdsOf(contact).flatMap((id) => everyAliasOf({ channel }, { id }));
		for (const alias of [...everyAliasOf({ channel }, contact), ...earlier])
			named.set(`${channel}:${account}:${alias}`, { channel, account, alias });
	}
	const aliases = [...named.values()];
	const found: number[] = [];
	for (const some of partsOf(aliases)) {
		const rows = await tx
			.selectFrom('contact_aliases')
			.select('conversation_id')
			.where((one) => one.or(some.map((address) => one.and(address))))
			.execute();
		found.push(...rows.map((row) => row.conversation_id));
	}
	return found;
}

/** A status may name its customer by an ID that is not known yet, or not at all. */
async function byMessage(tx: Db, events: readonly Named[]): Promise<number[]> {
	const statuses = events.flatMap(({ status }) => status ?? []);
	const found: number[] = [];
	for (const some of partsOf(statuses)) {
		const messageIds = [...new Set(some.map(({ messageId }) => messageId))];
		const ours = [...new Set(some.flatMap(({ callbackData }) => callbackData ?? []))];
		const said = await tx
			.selectFrom('messages')
			.select('conversation_id')
			.where('message_id', 'in', messageIds)
			.execute();
		const followUps = await tx
			.selectFrom('scheduled_follow_ups')
			.select('conversation_id')
			.where((is) =>
				is.or([is('message_id', 'in', messageIds), ...(ours.length > 0 ? [is('id', 'in', ours)] : [])]),
			)
			.execute();
		found.push(...[...said, ...followUps].map((row) => row.conversation_id));
	}
	return found;
}
