import type { Contact, MessagingEvent } from '../../messaging/messaging-event';
import type { Db } from '../db';
import type { ConversationChanges, ConversationRow } from '../schema';

type Address = Pick<MessagingEvent, 'channel' | 'account'>;

/**
 * The conversations that one delivery touches: each is read once and written once, however many events name it
 * (a delivery may carry 1,000).
 */
export class ConversationBook {
	private readonly byId = new Map<number, ConversationRow>();
	private readonly byAlias = new Map<string, number>();
	private readonly changed = new Set<number>();

	constructor(
		private readonly tx: Db,
		private readonly now: Date,
	) {}

	/** The conversation with a contact, found by any of the contact's IDs; undefined if there is none yet. */
	async find(address: Address, contact: Contact): Promise<ConversationRow | undefined> {
		const aliases = aliasesOf(contact);
		for (const alias of aliases) {
			const known = this.byAlias.get(aliasKey(address, alias));
			if (known !== undefined) return this.byId.get(known);
		}
		const rows = await this.tx
			.selectFrom('contact_aliases as alias')
			.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
			.selectAll('conversation')
			.select('alias.alias')
			.where('alias.channel', '=', address.channel)
			.where('alias.account', '=', address.account)
			.where('alias.alias', 'in', aliases)
			.execute();
		// The most stable ID comes first; if the phone leads somewhere else, the number has a new owner.
		const found = aliases
			.map((alias) => rows.find((row) => row.alias === alias))
			.find((row) => row !== undefined);
		if (!found) return undefined;
		const { alias, ...conversation } = found;
		if (!this.byId.has(conversation.id)) this.byId.set(conversation.id, conversation);
		this.byAlias.set(aliasKey(address, alias), conversation.id);
		return this.byId.get(conversation.id);
	}

	/** Like `find`, but makes the conversation if there is none, and learns new IDs and names of the contact. */
	async findOrMake(address: Address, contact: Contact): Promise<ConversationRow> {
		const row = (await this.find(address, contact)) ?? (await this.make(address, contact));
		this.learn(row, contact);
		await this.addAliases(address, contact, row.id);
		return row;
	}

	change(row: ConversationRow, changes: ConversationChanges): void {
		Object.assign(row, changes);
		this.changed.add(row.id);
	}

	forget(row: ConversationRow): void {
		this.byId.delete(row.id);
		this.changed.delete(row.id);
		for (const [key, id] of this.byAlias) if (id === row.id) this.byAlias.delete(key);
	}

	rows(): ConversationRow[] {
		return [...this.byId.values()];
	}

	touchedIds(): number[] {
		return [...this.changed];
	}

	async save(): Promise<void> {
		for (const id of this.changed) {
			const { id: _id, ...columns } = this.byId.get(id) as ConversationRow;
			await this.tx.updateTable('conversations').set(columns).where('id', '=', id).execute();
		}
	}

	async addAliases(address: Address, contact: Contact, conversationId: number): Promise<void> {
		const unknown = aliasesOf(contact).filter((alias) => !this.byAlias.has(aliasKey(address, alias)));
		if (unknown.length === 0) return;
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

function aliasesOf({ id, phone }: Contact): string[] {
	return phone !== undefined && phone !== id ? [id, phone] : [id];
}

function aliasKey({ channel, account }: Address, alias: string): string {
	return `${channel}:${account}:${alias}`;
}
