import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyWaiting, type Waiting } from './copy-waiting.ts';

/** What n8n's own database tells of an n8n in a user folder, read from outside while it runs. */
export class N8nFiles {
	readonly #file: string;
	readonly #store: string;
	#lastBefore = 0;

	constructor(userFolder: string) {
		this.#file = join(userFolder, '.n8n', 'database.sqlite');
		this.#store = join(userFolder, '.n8n', 'meta-followup.sqlite');
	}

	/** How many executions there have been, are at work now, and wait. */
	executions(): { all: number; busy: number; waiting: number; failed: number } {
		return this.#read(this.#file, (database) => {
			const rows = database
				.prepare('select status, count(*) as count from execution_entity group by status')
				.all() as { status: string; count: number }[];
			const count = (...states: string[]) =>
				rows.filter(({ status }) => states.includes(status)).reduce((sum, one) => sum + one.count, 0);
			return {
				all: rows.reduce((sum, one) => sum + one.count, 0),
				busy: count('new', 'running', 'unknown'),
				waiting: count('waiting'),
				failed: count('error', 'crashed', 'canceled'),
			};
		});
	}

	/** From now on `work` counts. */
	markWork(): void {
		this.#lastBefore = this.#read(
			this.#file,
			(database) =>
				database.prepare('select coalesce(max(id), 0) as id from execution_entity').get()?.id as number,
		);
	}

	/** How long the executions since the mark were at work, together and the longest of them. */
	work(): { busySeconds: number; longestSeconds: number } {
		const times = this.#read(this.#file, (database) =>
			database
				.prepare('select startedAt, stoppedAt from execution_entity where id > ? and stoppedAt is not null')
				.all(this.#lastBefore),
		) as unknown as { startedAt: string; stoppedAt: string }[];
		const seconds = times.map(
			({ startedAt, stoppedAt }) => (Date.parse(`${stoppedAt}Z`) - Date.parse(`${startedAt}Z`)) / 1000,
		);
		return {
			busySeconds: seconds.reduce((sum, one) => sum + one, 0),
			longestSeconds: Math.max(0, ...seconds),
		};
	}

	/** Bytes that hold something: what was given free again inside the files does not count. */
	bytes(): number {
		return [this.#file, this.#store]
			.filter((file) => existsSync(file))
			.map((file) =>
				this.#read(file, (database) => {
					const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map(
						(name) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0] as number,
					) as [number, number, number];
					return (pages - free) * size;
				}),
			)
			.reduce((sum, bytes) => sum + bytes, 0);
	}

	/** Bytes of what a pending follow-up itself is kept in, with its indexes: n8n's executions, or our plans and their log. */
	pendingBytes(): number {
		const kept = {
			[this.#file]: ['execution_entity', 'execution_data'],
			[this.#store]: ['scheduled_follow_ups', 'audit_log'],
		};
		return Object.entries(kept)
			.filter(([file]) => existsSync(file))
			.map(([file, tables]) =>
				this.#read(
					file,
					(database) =>
						database
							.prepare(
								`select coalesce(sum(pages.pgsize), 0) as bytes from dbstat pages
								join sqlite_master parts on parts.name = pages.name
								where pages.aggregate = 1 and parts.tbl_name in (${tables.map(() => '?').join(', ')})`,
							)
							.get(...tables)?.bytes as number,
				),
			)
			.reduce((sum, bytes) => sum + bytes, 0);
	}

	/** The waiting executions, each with the phone number of its customer. */
	waitingFor(): { id: number; phone: string }[] {
		return this.#read(this.#file, (database) => {
			const rows = database
				.prepare(
					`select e.id, d.data from execution_entity e join execution_data d on d.executionId = e.id
					where e.status = 'waiting' order by e.id`,
				)
				.all() as { id: number; data: string }[];
			return rows.map(({ id, data }) => ({ id, phone: /"(573\d{9})"/.exec(data)?.[1] ?? '' }));
		});
	}

	/** The pending follow-ups in the store, each with the phone number of its customer. */
	scheduledFor(): { id: string; phone: string }[] {
		return this.#read(this.#store, (database) =>
			database
				.prepare(
					`select s.id, c.phone from scheduled_follow_ups s join conversations c on c.id = s.conversation_id
					where s.state = 'scheduled' order by s.created_at, s.id`,
				)
				.all(),
		) as unknown as { id: string; phone: string }[];
	}

	/** How many follow-ups are pending in the store. */
	scheduled(): number {
		if (!existsSync(this.#store)) return 0;
		return this.#read(
			this.#store,
			(database) =>
				database.prepare("select count(*) as n from scheduled_follow_ups where state = 'scheduled'").get()
					?.n as number,
		);
	}

	/** Lets others wait as one customer does whose execution n8n made; see there. */
	copyWaiting(customer: Waiting, others: readonly Waiting[]): void {
		this.#write(this.#file, (database) => copyWaiting(database, customer, others));
	}

	/** Lets waiting executions end their wait at given times. */
	resumeAt(times: { id: number; at: number }[]): void {
		this.#write(this.#file, (database) => {
			const change = database.prepare('update execution_entity set waitTill = ? where id = ?');
			for (const { id, at } of times)
				change.run(new Date(at).toISOString().replace('T', ' ').slice(0, 23), id);
		});
	}

	/**
	 * Lets time pass in the store by moving what is past and what is planned back: a follow-up with a delay of hours comes
	 * due within a bench of minutes, and everything it is judged by fits.
	 */
	letTimePass(ms: number): void {
		const columns: Record<string, string[]> = {
			conversations: ['created_at', 'last_inbound_at', 'window_opened_at', 'last_outbound_at'],
			messages: ['at', 'state_at'],
			chatbots: ['activated_at'],
			scheduled_follow_ups: [
				'anchor_at',
				'requested_at',
				'allowed_at',
				'due_at',
				'accepted_at',
				'created_at',
			],
		};
		this.#write(this.#store, (database) => {
			for (const [table, names] of Object.entries(columns))
				database.exec(`update ${table} set ${names.map((name) => `${name} = ${name} - ${ms}`).join(', ')}`);
		});
	}

	/** Sets when pending follow-ups are due. */
	dueAt(times: { id: string; at: number }[]): void {
		this.#write(this.#store, (database) => {
			const change = database.prepare('update scheduled_follow_ups set due_at = ? where id = ?');
			for (const { id, at } of times) change.run(at, id);
		});
	}

	#read<T>(file: string, work: (database: DatabaseSync) => T): T {
		const database = new DatabaseSync(file, { readOnly: true });
		try {
			database.exec('pragma busy_timeout = 10000');
			return work(database);
		} finally {
			database.close();
		}
	}

	#write(file: string, work: (database: DatabaseSync) => void): void {
		const database = new DatabaseSync(file);
		try {
			database.exec('pragma busy_timeout = 10000; begin immediate');
			work(database);
			database.exec('commit');
		} finally {
			database.close();
		}
	}
}
