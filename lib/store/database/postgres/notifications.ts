import { sql } from 'kysely';
import type { Client, ClientConfig } from 'pg';
import type { Db } from '../db.ts';

type Pg = typeof import('pg');

/** Between two tries to listen again after the connection broke. */
const AGAIN_MS = 5_000;

/** Tells those who watch a channel, when the transaction is committed. A pooler passes it on like any statement. */
export async function tellChannel(tx: Db, channel: string): Promise<void> {
	await sql`select pg_notify(${channel}, '')`.execute(tx);
}

/**
 * Calls back when a channel is told something. Behind a pooler nothing is ever heard: what listens there is a connection of
 * the pooler, which belongs to somebody else at the next transaction; then nobody listens, and no such connection is left
 * listening. Whoever watches looks by itself too.
 * @returns what ends it.
 */
export async function watchChannel(
	config: ClientConfig,
	channel: string,
	wake: () => void,
): Promise<() => Promise<void>> {
	const watch = new Watch(config, channel, wake);
	await watch.open();
	return async () => await watch.close();
}

class Watch {
	private client: Client | undefined;
	private again: NodeJS.Timeout | undefined;
	private isClosed = false;

	constructor(
		private readonly config: ClientConfig,
		private readonly channel: string,
		private readonly wake: () => void,
	) {}

	/** Never fails: what cannot be heard now is tried again, and looked for meanwhile. */
	async open(): Promise<void> {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { Client, escapeIdentifier } = require('pg') as Pg;
		const { connectionString, ssl } = this.config;
		const client = new Client({
			...{ connectionString, ...(ssl === undefined ? {} : { ssl }), keepAlive: true },
			application_name: 'n8n-nodes-meta-followup (listening)',
		});
		client.on('error', () => {});
		client.on('end', () => this.later(client));
		client.on('notification', () => this.wake());
		this.client = client;
		try {
			await client.connect();
			if (await isBehindPooler(client)) {
				this.client = undefined;
				return await client.end();
			}
			await client.query(`listen ${escapeIdentifier(this.channel)}`);
			// What was told while nobody listened.
			this.wake();
		} catch {
			await client.end().catch(() => {});
			this.later(client);
		}
	}

	async close(): Promise<void> {
		this.isClosed = true;
		clearTimeout(this.again);
		const { client } = this;
		this.client = undefined;
		await client?.end().catch(() => {});
	}

	private later(client: Client): void {
		if (this.isClosed || this.client !== client) return;
		this.client = undefined;
		this.again = setTimeout(() => void this.open(), AGAIN_MS);
		this.again.unref();
	}
}

/** A pooler gives its clients numbers of its own (PgBouncer 1.18), and the server behind it has another. */
async function isBehindPooler(client: Client): Promise<boolean> {
	const { processID } = client as unknown as { processID: number | null };
	const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
	return rows[0]?.pid !== processID;
}
