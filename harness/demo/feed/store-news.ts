import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A message as the store has it, with the name of the contact. */
export interface StoredMessage {
	id: number;
	direction: 'in' | 'out';
	author: string;
	type: string;
	text: string | null;
	at: number;
	contact: string;
}

/** A line of the store's audit log, with what it is about. */
export interface StoredTransition {
	id: number;
	at: number;
	from_state: string | null;
	to_state: string;
	reason_code: string;
	detail_json: string | null;
	name: string;
	requested_at: number;
	due_at: number;
	reasons_json: string;
	contact: string;
}

/** A follow-up that was written on the dashboard. */
export interface StoredDefinition {
	key: string;
	name: string;
	at: number;
}

/** What has come into the store since the last look. */
export interface StoreNews {
	messages: StoredMessage[];
	transitions: StoredTransition[];
	definitions: StoredDefinition[];
}

const CONTACT = `coalesce(conversations.name, conversations.username, conversations.contact) as contact`;
const MESSAGES = `
	select messages.id, direction, author, type, text, at, ${CONTACT}
	from messages join conversations on conversations.id = messages.conversation_id
	where messages.id > ? order by messages.id`;
const TRANSITIONS = `
	select audit_log.id, audit_log.at, from_state, to_state, audit_log.reason_code, detail_json,
		follow_up.name, follow_up.requested_at, follow_up.due_at, follow_up.reasons_json, ${CONTACT}
	from audit_log
		join scheduled_follow_ups as follow_up on follow_up.id = audit_log.scheduled_id
		join conversations on conversations.id = follow_up.conversation_id
	where audit_log.id > ? order by audit_log.id`;

const DEFINITIONS = `
	select chatbot || ':' || follow_up as key, definition.name, first_seen_at as at
	from follow_up_definitions as definition join chatbots on chatbots.id = definition.chatbot
	where kept_here = 1 and removed_at is null`;
const NEXT_DUE = `select min(due_at) as due from scheduled_follow_ups where state = 'scheduled'`;
const UNDER_WAY = `
	select count(*) as count from scheduled_follow_ups
	where state in ('claimed', 'sending') or (state = 'scheduled' and due_at <= ?)`;

/** Reads the store's file beside n8n, without the package's code, and tells what is new at each look. */
export class StoreReader {
	readonly #file: string;
	#database?: DatabaseSync;
	#lastMessage = 0;
	#lastTransition = 0;
	/** Undefined before the first look: what is there then was not written by a person. */
	#known?: Set<string>;

	constructor(userFolder: string) {
		this.#file = join(userFolder, '.n8n', 'meta-followup.sqlite');
	}

	/** What is new; nothing while there is no store yet. */
	news(): StoreNews {
		const database = this.#open();
		if (!database) return { messages: [], transitions: [], definitions: [] };
		const messages = database.prepare(MESSAGES).all(this.#lastMessage) as unknown as StoredMessage[];
		const transitions = database
			.prepare(TRANSITIONS)
			.all(this.#lastTransition) as unknown as StoredTransition[];
		this.#lastMessage = messages.at(-1)?.id ?? this.#lastMessage;
		this.#lastTransition = transitions.at(-1)?.id ?? this.#lastTransition;
		return { messages, transitions, definitions: this.#newDefinitions(database) };
	}

	/** When the next follow-up is due, in ms; undefined while nothing is scheduled. */
	nextDue(): number | undefined {
		const row = this.#open()?.prepare(NEXT_DUE).get() as { due: number | null } | undefined;
		return row?.due ?? undefined;
	}

	/** Whether something is due at a time, or in somebody's hands. */
	isUnderWay(now: Date): boolean {
		const row = this.#open()?.prepare(UNDER_WAY).get(now.getTime()) as { count: number } | undefined;
		return (row?.count ?? 0) > 0;
	}

	#newDefinitions(database: DatabaseSync): StoredDefinition[] {
		const all = database.prepare(DEFINITIONS).all() as unknown as StoredDefinition[];
		const known = this.#known;
		this.#known = new Set(all.map(({ key }) => key));
		return known ? all.filter(({ key }) => !known.has(key)) : [];
	}

	close(): void {
		this.#database?.close();
		this.#database = undefined;
	}

	// Without the engine n8n makes the file and its tables, when the workflow becomes active.
	#open(): DatabaseSync | undefined {
		if (this.#database) return this.#database;
		if (!existsSync(this.#file)) return undefined;
		const database = new DatabaseSync(this.#file, { readOnly: true, timeout: 2_000 });
		const made = database
			.prepare(`select count(*) as tables from sqlite_master where name in ('messages', 'audit_log')`)
			.get();
		if (made?.tables === 2) return (this.#database = database);
		database.close();
		return undefined;
	}
}
