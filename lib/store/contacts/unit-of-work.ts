import { reason } from '../../follow-up/reasons/index.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Contact, MessagingEvent } from '../../messaging/messaging-event.ts';
import { writingsOf } from '../../messaging/phone-writings.ts';
import type { Db } from '../database/db.ts';
import { endLive } from '../queue/end-live.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';
import { forbidsOf } from './moved-number.ts';
import { SAVE_CONVERSATION } from './save-conversation.ts';

/** A delivery carries up to 1,000 events; databases limit the parameters of a statement. */
const LOCKED_AT_ONCE = 300;

type Address = Pick<MessagingEvent, 'channel' | 'account'>;

const BY_ANY_ID = fixedQuery((db, value: ValuesOf<Address & { id: string; phone: string }>) =>
	db
		.selectFrom('contact_aliases as alias')
		.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
		.selectAll('conversation')
		.select('alias.alias')
		.where('alias.channel', '=', value('channel'))
		.where('alias.account', '=', value('account'))
		.where('alias.alias', 'in', [value('id'), value('phone')])
		// Two deliveries of one conversation at the same moment must not overwrite what the other one wrote; the order, because
		// two that both find the same two conversations would otherwise wait for each other in a circle.
		.orderBy('conversation.id')
		.forNoKeyUpdate('conversation'),
);

const BY_ID = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db.selectFrom('conversations').selectAll().where('id', '=', value('id')).forNoKeyUpdate(),
);

/**
 * The conversations that one delivery touches: each is read once and written once, however many events name it
 * (a delivery may carry 1,000).
 */
export class UnitOfWork {
	private readonly byId = new Map<number, ConversationRow>();
	private readonly byAlias = new Map<string, number>();
	private readonly changed = new Set<number>();
	private readonly gotMessages = new Set<number>();

	private readonly partOf = new Map<number, number>();

	constructor(
		private readonly tx: Db,
		private readonly now: Date,
	) {}

	/**
	 * Locks the conversations of a delivery, always in the same order: two deliveries that name the same customers would
	 * otherwise wait for each other in a circle.
	 */
	async lock(events: MessagingEvent[]): Promise<void> {
		const byAccount = Map.groupBy(events, ({ channel, account }) => `${channel}:${account}`);
		const aliases = [...byAccount.values()].flatMap((group) => {
			const [{ channel, account }] = group as [MessagingEvent];
			const known = new Set(group.flatMap(({ contact }) => aliasesOf(contact)));
			return [...known].map((alias) => ({ channel, account, alias }));
		});
		for (let start = 0; start < aliases.length; start += LOCKED_AT_ONCE) {
			const some = aliases.slice(start, start + LOCKED_AT_ONCE);
			await this.tx
				.selectFrom('conversations as conversation')
				.select('conversation.id')
				.where('conversation.id', 'in', (where) =>
					where
						.selectFrom('contact_aliases as alias')
						.select('alias.conversation_id')
						.where((one) => one.or(some.map((address) => one.and(address)))),
				)
				.orderBy('conversation.id')
				.forNoKeyUpdate()
				.execute();
		}
	}

	/** The conversation with a contact, found by any of the contact's IDs; undefined if there is none yet. */
	async find(address: Address, contact: Contact): Promise<ConversationRow | undefined> {
		const aliases = aliasesOf(contact);
		for (const alias of aliases) {
			const known = this.byId.get(this.byAlias.get(aliasKey(address, alias)) ?? -1);
			if (known && isSamePerson(known, alias, contact)) return known;
		}
		const [id, phone] = aliases as [string, string?];
		const { channel, account } = address;
		const rows = await BY_ANY_ID.all(this.tx, { channel, account, id, phone: phone ?? id });
		// The most stable ID comes first.
		const found = aliases
			.map((alias) => rows.find((row) => row.alias === alias && isSamePerson(row, alias, contact)))
			.find((row) => row !== undefined);
		if (!found) return undefined;
		const { alias, ...conversation } = found;
		if (!this.byId.has(conversation.id)) this.byId.set(conversation.id, conversation);
		this.byAlias.set(aliasKey(address, alias), conversation.id);
		return this.byId.get(conversation.id);
	}

	/** The conversation of a message that is known, whoever its news names; locked like any other. */
	async get(id: number): Promise<ConversationRow | undefined> {
		if (!this.byId.has(id)) {
			const row = await BY_ID.first(this.tx, { id });
			if (row) this.byId.set(id, row);
		}
		return this.byId.get(id);
	}

	/** Like `find`, but makes the conversation if there is none, and learns new IDs and names of the contact. */
	async findOrMake(address: Address, contact: Contact): Promise<ConversationRow> {
		let row = await this.find(address, contact);
		if (!row) {
			const earlier = await this.takeNumberAway(address, contact);
			row = await this.make(address, contact);
			if (earlier) this.change(row, forbidsOf(earlier, this.now));
		}
		this.learn(row, contact);
		await this.addAliases(address, contact, row.id);
		return row;
	}

	change(row: ConversationRow, changes: ConversationChanges): void {
		Object.assign(row, changes);
		this.changed.add(row.id);
	}

	/** Notes that messages were added, so that the oldest ones may have to go. */
	gotMessage(row: ConversationRow): void {
		this.gotMessages.add(row.id);
	}

	/** Takes out a conversation that became part of another one. */
	forget(row: ConversationRow, into: ConversationRow): void {
		this.partOf.set(row.id, into.id);
		this.byId.delete(row.id);
		this.gotMessages.delete(row.id);
		this.changed.delete(row.id);
		for (const [key, id] of this.byAlias) if (id === row.id) this.byAlias.delete(key);
	}

	rows(): ConversationRow[] {
		return [...this.byId.values()];
	}

	/** The ID under which a conversation of this delivery stands now. */
	presentId(id: number): number {
		const into = this.partOf.get(id);
		return into === undefined ? id : this.presentId(into);
	}

	/** The conversations that have more messages than before. */
	grownIds(): number[] {
		return [...this.gotMessages];
	}

	async save(): Promise<void> {
		for (const id of this.changed) await SAVE_CONVERSATION.run(this.tx, this.byId.get(id) as ConversationRow);
	}

	async addAliases(address: Address, contact: Contact, conversationId: number): Promise<void> {
		const unknown = aliasesOf(contact).filter((alias) => !this.byAlias.has(aliasKey(address, alias)));
		if (unknown.length === 0) return;
		await this.addWritings(address, unknown, conversationId);
		await this.tx
			.insertInto('contact_aliases')
			.values(
				unknown.map((alias) => ({
					channel: address.channel,
					account: address.account,
					alias,
					conversation_id: conversationId,
				})),
			)
			.onConflict((conflict) =>
				conflict.columns(['channel', 'account', 'alias']).doUpdateSet({ conversation_id: conversationId }),
			)
			.execute();
		for (const alias of unknown) this.byAlias.set(aliasKey(address, alias), conversationId);
	}

	/** Whoever looks for a number under its other writing reaches the same person; a conversation that has it keeps it. */
	private async addWritings(
		{ channel, account }: Address,
		aliases: readonly string[],
		conversationId: number,
	): Promise<void> {
		const { writingsOf } = CHANNEL_FACTS[channel].identity;
		const others = aliases.flatMap((alias) => writingsOf(alias).filter((one) => one !== alias));
		if (others.length === 0) return;
		await this.tx
			.insertInto('contact_aliases')
			.values(others.map((alias) => ({ channel, account, alias, conversation_id: conversationId })))
			.onConflict((conflict) => conflict.columns(['channel', 'account', 'alias']).doNothing())
			.execute();
	}

	/**
	 * The number has a new owner, or its owner a new ID that we were not told of yet: nothing planned for the earlier ID may
	 * go out any more. Gives the conversation that had the number.
	 */
	private async takeNumberAway(
		address: Address,
		{ id, phone }: Contact,
	): Promise<ConversationRow | undefined> {
		if (phone === undefined || phone === id) return undefined;
		const earlier = await this.find(address, { id: phone });
		if (!earlier) return undefined;
		this.change(earlier, { phone: null });
		this.byAlias.delete(aliasKey(address, phone));
		await endLive(this.tx, earlier.id, reason('number_moved'), this.now);
		return earlier;
	}

	private async make(address: Address, contact: Contact): Promise<ConversationRow> {
		const row = await this.tx
			.insertInto('conversations')
			.values({
				channel: address.channel,
				account: address.account,
				contact: contact.id,
				created_at: this.now.getTime(),
			})
			.returningAll()
			.executeTakeFirstOrThrow();
		this.byId.set(row.id, row);
		return row;
	}

	private learn(row: ConversationRow, { id, phone, username, name }: Contact): void {
		// A BSUID replaces a phone number as the ID of the same person, never the other way round.
		const betterId = id !== row.contact && row.contact === row.phone ? { contact: id } : {};
		const news = {
			...(phone && phone !== row.phone ? { phone } : {}),
			...(username && username !== row.username ? { username } : {}),
			...(name && name !== row.name ? { name } : {}),
			...betterId,
		};
		if (Object.keys(news).length > 0) this.change(row, news);
	}
}

/**
 * A business-scoped user ID belongs to one person; numbers change hands. A known number that comes with another user ID,
 * and without notice of a new ID, may have a new owner. Source: Meta, "Business-scoped user IDs"; read 2026-11-22.
 */
function isSamePerson(row: ConversationRow, alias: string, { id, phone }: Contact): boolean {
	const byNumberOnly = alias === phone && alias !== id;
	return !byNumberOnly || writingsOf(alias).includes(row.contact) || row.contact === id;
}

function aliasesOf({ id, phone }: Contact): string[] {
	return phone !== undefined && phone !== id ? [id, phone] : [id];
}

function aliasKey({ channel, account }: Address, alias: string): string {
	return `${channel}:${account}:${alias}`;
}
