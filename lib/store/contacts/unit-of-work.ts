import { reason } from '../../follow-up/reasons/index.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { endLive } from '../queue/end-live.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';
import { aliasesOf, aliasKey, everyAliasOf, isSamePerson, userIdOf, type Address } from './aliases.ts';
import { areLockedByContact, lockConversations, type Named } from './lock-conversations.ts';
import { afterRest, forbidsOfBoth } from './moved-number.ts';
import { BY_ANY_ID, BY_ID } from './locked-rows.ts';
import { Heard } from './heard.ts';
import { saveConversations } from './save-conversation.ts';
import { partsOf } from '../database/parts.ts';

/** Another conversation is touched than was locked, and locking it now might be out of order: lock all first and begin anew. */
export class LockFirst extends Error {}

/**
 * The conversations that one delivery touches: each is read once and written once, however many events name it
 * (a delivery may carry 1,000).
 */
export class UnitOfWork {
	private readonly byId = new Map<number, ConversationRow>();
	private readonly byAlias = new Map<string, number>();
	private readonly lookedUp = new Set<string>();
	private readonly changed = new Set<number>();
	private readonly gotMessages = new Set<number>();
	private readonly partOf = new Map<number, number>();
	private readonly columns = new Set<keyof ConversationChanges>();
	private isLocked: boolean;
	/** What customers said, written when it is settled. */
	readonly heard: Heard;

	/** `locksRows`: whether conversations have to be locked in one order; then those of events that join some come first. */
	constructor(
		private readonly tx: Db,
		private readonly now: Date,
		private readonly dialect: Partial<Pick<Dialect, 'locksRows' | 'updatesFromValues'>> = {},
	) {
		this.isLocked = !dialect.locksRows;
		this.heard = new Heard(tx, now);
	}

	/** Locks every conversation that events may touch, in the one order. */
	async lock(events: readonly Named[]): Promise<void> {
		await lockConversations(this.tx, events);
		this.isLocked = true;
	}

	/** Looks up the contacts of many events at once, and locks every conversation that they may touch. */
	async prefetchLocked(events: readonly Named[]): Promise<void> {
		if (areLockedByContact(events)) this.isLocked = true;
		else await this.lock(events);
		await this.prefetch(events);
	}

	/** The conversation with a contact, found by any of the contact's IDs; undefined if there is none yet. */
	async find(address: Address, contact: Contact): Promise<ConversationRow | undefined> {
		return (await this.findAll(address, contact))[0];
	}

	/** Every conversation that a contact's IDs lead to, that of the most stable ID first: more than one are one person's. */
	async findAll(address: Address, contact: Contact): Promise<ConversationRow[]> {
		const aliases = everyAliasOf(address, contact);
		const open = aliases.filter((alias) => !this.lookedUp.has(aliasKey(address, alias)));
		if (open.length > 0) await this.lookUp(address, open);
		const found = aliases.flatMap((alias) => {
			const row = this.rowOf(address, alias);
			return row && isSamePerson(row, alias, contact) ? [row] : [];
		});
		return [...new Set(found)];
	}

	/** Looks up the contacts of many events at once, so that each is found without a question of its own. */
	async prefetch(events: readonly Named[]): Promise<void> {
		if (events.length < 2) return;
		const byAccount = Map.groupBy(events, ({ channel, account }) => `${channel}:${account}`);
		for (const some of byAccount.values()) {
			const [address] = some as [Named];
			const aliases = [...new Set(some.flatMap(({ contact }) => everyAliasOf(address, contact)))];
			for (const part of partsOf(aliases)) await this.lookUp(address, part);
		}
	}

	private rowOf(address: Address, alias: string): ConversationRow | undefined {
		return this.byId.get(this.byAlias.get(aliasKey(address, alias)) ?? -1);
	}

	private async lookUp({ channel, account }: Address, aliases: readonly string[]): Promise<void> {
		const items = aliases.map((alias) => ({ alias }));
		for (const { alias, ...row } of await BY_ANY_ID.all(this.tx, items, { channel, account })) {
			if (!this.byId.has(row.id)) this.byId.set(row.id, row);
			this.byAlias.set(aliasKey({ channel, account }, alias), row.id);
		}
		for (const alias of aliases) this.lookedUp.add(aliasKey({ channel, account }, alias));
	}

	/**
	 * The conversation of a message that is known, whoever its news names; locked like any other.
	 * @throws LockFirst when others are locked already and this one is not.
	 */
	async get(id: number): Promise<ConversationRow | undefined> {
		const present = this.presentId(id);
		if (!this.byId.has(present)) {
			if (!this.isLocked && this.byId.size > 0) throw new LockFirst();
			const row = await BY_ID.first(this.tx, { id: present });
			if (row) this.byId.set(present, row);
		}
		return this.byId.get(present);
	}

	/** Like `find`, but makes the conversation if there is none, and learns new IDs and names of the contact. */
	async findOrMake(address: Address, contact: Contact): Promise<ConversationRow> {
		const row = (await this.find(address, contact)) ?? (await this.make(address, contact));
		await this.learn(row, contact);
		return row;
	}

	/** Takes down what Meta tells of the contact of a conversation: new IDs, numbers and names. */
	async learn(row: ConversationRow, contact: Contact): Promise<void> {
		await this.findAll(row, contact);
		this.noteRest(row);
		this.learnFacts(row, contact);
		await this.addAliases(row, contact);
	}

	/** Before anything new is learned of somebody: whether they may be somebody else by now. */
	noteRest(row: ConversationRow): void {
		const changes = afterRest(row, this.now);
		if (changes) this.change(row, changes);
	}

	/** An ID that the contact had before leads to this conversation too, unless it leads to another one. */
	async addEarlierId(row: ConversationRow, id: string): Promise<void> {
		if ((await this.findAll(row, { id })).length === 0) await this.addAliases(row, { id });
	}

	change(row: ConversationRow, changes: ConversationChanges): void {
		for (const column of Object.keys(changes) as (keyof ConversationChanges)[]) {
			if (row[column] === changes[column]) continue;
			this.changed.add(row.id);
			this.columns.add(column);
		}
		Object.assign(row, changes);
	}

	/** Notes that messages were added, so that the oldest ones may have to go. */
	gotMessage(row: ConversationRow): void {
		this.gotMessages.add(row.id);
	}

	/** Whether conversations became one. */
	get hasJoined(): boolean {
		return this.partOf.size > 0;
	}

	/** Takes out a conversation that became part of another one. */
	forget(row: ConversationRow, into: ConversationRow): void {
		this.partOf.set(row.id, into.id);
		this.byId.delete(row.id);
		this.gotMessages.delete(row.id);
		this.changed.delete(row.id);
		for (const [key, id] of this.byAlias) if (id === row.id) this.byAlias.set(key, into.id);
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

	/** Writes what has changed. */
	async save(): Promise<void> {
		await this.heard.settle();
		const rows = [...this.changed].map((id) => this.byId.get(id) as ConversationRow);
		await saveConversations(this.tx, this.dialect, rows, this.columns);
	}

	/** All IDs of the contact lead to this conversation from now on, and so do the other writings of their numbers. */
	private async addAliases(row: ConversationRow, contact: Contact): Promise<void> {
		const { channel, account } = row;
		const taken = await this.takeNumberAway(row, contact);
		const isOpen = (alias: string) => this.byAlias.get(aliasKey(row, alias)) !== row.id;
		const told = [...new Set([...aliasesOf(contact), ...taken])].filter(isOpen);
		if (told.length === 0) return;
		const others = everyAliasOf(row, contact).filter((alias) => isOpen(alias) && !told.includes(alias));
		const insert = (aliases: readonly string[]) =>
			this.tx
				.insertInto('contact_aliases')
				.values(aliases.map((alias) => ({ channel, account, alias, conversation_id: row.id })));
		// Another writing that is known already stays where it is: both become one when they are named together.
		if (others.length > 0)
			await insert(others)
				.onConflict((conflict) => conflict.columns(['channel', 'account', 'alias']).doNothing())
				.execute();
		await insert(told)
			.onConflict((conflict) =>
				conflict.columns(['channel', 'account', 'alias']).doUpdateSet({ conversation_id: row.id }),
			)
			.execute();
		for (const alias of told) this.byAlias.set(aliasKey(row, alias), row.id);
		for (const alias of others) this.lookedUp.delete(aliasKey(row, alias));
	}

	/**
	 * The number has a new owner, or its owner a new ID that we were not told of yet: nothing planned for the earlier ID may
	 * go out any more. Gives the writings that led to the earlier conversation.
	 */
	private async takeNumberAway(row: ConversationRow, { id, phone }: Contact): Promise<string[]> {
		if (phone === undefined || phone === id) return [];
		const taken: string[] = [];
		const { writingsOf } = CHANNEL_FACTS[row.channel].identity;
		for (const alias of writingsOf(phone)) {
			const earlier = this.rowOf(row, alias);
			if (!earlier || earlier.id === row.id) continue;
			taken.push(alias);
			// Who has another number by now is written to under that one.
			if (!writingsOf(phone).includes(earlier.phone ?? phone)) continue;
			this.change(row, forbidsOfBoth(row, earlier, this.now));
			this.change(earlier, { phone: null });
			await this.heard.settle();
			await endLive(this.tx, earlier.id, reason('number_moved'), this.now);
		}
		return taken;
	}

	private async make(address: Address, contact: Contact): Promise<ConversationRow> {
		// Where it was found under no ID it may have become part of another one at this moment.
		for (const alias of everyAliasOf(address, contact)) this.lookedUp.delete(aliasKey(address, alias));
		const known = await this.find(address, contact);
		if (known) return known;
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
		const earlier = contact.phone === undefined ? undefined : this.rowOf(address, contact.phone);
		if (earlier) this.change(row, forbidsOfBoth(row, earlier, this.now));
		return row;
	}

	private learnFacts(row: ConversationRow, { id, phone, username, name }: Contact): void {
		// A BSUID replaces a phone number as the ID of the same person, never the other way round. Another writing of it does not:
		// the key of the conversation would go to and fro, and with it who is held out.
		const { writingsOf } = CHANNEL_FACTS[row.channel].identity;
		const isBetter = userIdOf(row) === undefined && !writingsOf(row.contact).includes(id);
		const betterId = isBetter ? { contact: id } : {};
		const news = {
			...(phone && phone !== row.phone ? { phone } : {}),
			...(username && username !== row.username ? { username } : {}),
			...(name && name !== row.name ? { name } : {}),
			...betterId,
		};
		if (Object.keys(news).length > 0) this.change(row, news);
	}
}
