import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { AT_ONCE, partsOf } from '../database/parts.ts';
import { everyAliasOf, previousIdsOf, type Address } from './aliases.ts';

/** What a conversation may be found by: the IDs of its contact, those they had before, and a message in it. */
export type Named = Address & Pick<MessagingEvent, 'contact'> & Partial<Pick<MessagingEvent, 'status'>>;

/**
 * Whether looking up the contacts of events locks all that these name, in one statement and so in the one order: the messages
 * of one account, which is most of what customers bring.
 */
export function areLockedByContact(events: readonly Named[]): boolean {
	const [first, ...others] = events;
	if (!first || others.length === 0) return false;
	const names = new Set<string>();
	for (const event of events) {
		const { channel, account, contact, status } = event;
		if (status || previousIdsOf(contact).length > 0) return false;
		if (channel !== first.channel || account !== first.account) return false;
		for (const alias of everyAliasOf(event, contact)) names.add(alias);
	}
	return names.size <= AT_ONCE;
}

/**
 * Locks every conversation that events name, always in the same order: two deliveries that name the same customers would
 * otherwise wait for each other in a circle.
 */
export async function lockConversations(tx: Db, events: readonly Named[]): Promise<void> {
	const parts = [...partsOf(namesIn(events))];
	const [only, ...more] = parts;
	const isOurs = events.some(({ status }) => status?.callbackData !== undefined);
	if (only && more.length === 0)
		return void (await (isOurs ? LOCK_NAMED_OR_OURS : LOCK_NAMED).all(tx, only, {}));
	// Each of several statements would lock in an order of its own.
	const ids = new Set<number>();
	for (const part of parts) for (const { id } of await FIND_NAMED.all(tx, part, {})) ids.add(id);
	const sorted = [...ids].sort((a, b) => a - b).map((id) => ({ id }));
	for (const part of partsOf(sorted)) await LOCK.all(tx, part, {});
}

interface Alias extends Address {
	alias: string;
}

/** A status may name its customer by an ID that is not known yet, or not at all; then its message tells. */
interface Told {
	messageId: string;
	/** Our own ID of the follow-up. */
	ownId: string;
}

/** Both lists side by side, the shorter one filled up. */
function namesIn(events: readonly Named[]): (Alias & Told)[] {
	const [aliases, told] = [aliasesIn(events), toldIn(events)];
	const nobody = { channel: 'whatsapp' as const, account: '', alias: '' };
	return places(Math.max(aliases.length, told.length), (place) => ({
		...(aliases[place] ?? aliases.at(-1) ?? nobody),
		...(told[place] ?? told.at(-1) ?? { messageId: '', ownId: '' }),
	}));
}

function aliasesIn(events: readonly Named[]): Alias[] {
	const named = new Map<string, Alias>();
	for (const { channel, account, contact } of events) {
		const earlier = previousIdsOf(contact).flatMap((id) => everyAliasOf({ channel }, { id }));
		for (const alias of [...everyAliasOf({ channel }, contact), ...earlier])
			named.set(`${channel}:${account}:${alias}`, { channel, account, alias });
	}
	return [...named.values()];
}

/** Each once: the three statuses of a message mostly come together, and Postgres plans for as many rows as a list is long. */
function toldIn(events: readonly Named[]): Told[] {
	const told = new Map<string, Told>();
	for (const { status } of events) {
		if (!status) continue;
		const { messageId, callbackData: ownId = '' } = status;
		told.set(`${ownId} ${messageId}`, { messageId, ownId });
	}
	return [...told.values()];
}

type Names = ItemsOf<Alias & Told>;

/**
 * The numbers of the conversations that are named. Where several accounts are named at once, a customer of two of them is
 * found at both.
 */
function named(db: Db, length: number, item: Names) {
	const all = <Name extends keyof (Alias & Told)>(name: Name) => places(length, (place) => item(place, name));
	return db
		.selectFrom('contact_aliases')
		.select('conversation_id as id')
		.where('channel', 'in', all('channel'))
		.where('account', 'in', all('account'))
		.where('alias', 'in', all('alias'))
		.union(
			db.selectFrom('messages').select('conversation_id as id').where('message_id', 'in', all('messageId')),
		)
		.union(
			db
				.selectFrom('scheduled_follow_ups')
				.select('conversation_id as id')
				.where('message_id', 'in', all('messageId')),
		);
}

function namedOrOurs(db: Db, length: number, item: Names) {
	const ids = places(length, (place) => item(place, 'ownId'));
	return named(db, length, item).union(
		db.selectFrom('scheduled_follow_ups').select('conversation_id as id').where('id', 'in', ids),
	);
}

const locking = (find: typeof named) =>
	fixedListQuery(
		(db, length, item: Names) =>
			db
				.selectFrom('conversations')
				.select('id')
				.where('id', 'in', find(db, length, item))
				.orderBy('id')
				.forNoKeyUpdate(),
		{ mayRepeat: true },
	);

const LOCK_NAMED = locking(named);
const LOCK_NAMED_OR_OURS = locking(namedOrOurs);
const FIND_NAMED = fixedListQuery(namedOrOurs, { mayRepeat: true });

const LOCK = fixedListQuery(
	(db, length, item: ItemsOf<{ id: number }>) =>
		db
			.selectFrom('conversations')
			.select('id')
			.where(
				'id',
				'in',
				places(length, (place) => item(place, 'id')),
			)
			.orderBy('id')
			.forNoKeyUpdate(),
	{ mayRepeat: true },
);
