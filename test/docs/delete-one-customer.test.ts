import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { StoreOptions } from '../../lib/store/open-store';
import { ACCOUNT, newCustomer } from '../support/customer';
import { followUpAt, DUE } from '../support/scheduled';
import { databases, useStore } from '../support/stores';
import { HOUR, after } from '../support/time';

const FENCED_SQL = /```sql\n([\s\S]*?)```/;
/** Marks of webhooks go by themselves, and definitions are the business's own. */
const ABOUT_NOBODY = ['seen_events', 'kysely_migration', 'kysely_migration_lock', 'sqlite_sequence'];

/** Runs SQL beside the store, as an operator would. */
async function operator(options: StoreOptions, sql: string): Promise<Record<string, unknown>[]> {
	if (options.kind === 'sqlite') {
		const database = new DatabaseSync(options.file);
		try {
			if (!/^\s*select/i.test(sql)) database.exec(sql);
			return /^\s*select/i.test(sql) ? database.prepare(sql).all() : [];
		} finally {
			database.close();
		}
	}
	const client = new Client({ connectionString: options.connectionString });
	await client.connect();
	try {
		await client.query('set search_path to meta_followup');
		const { rows } = await client.query<Record<string, unknown>>(sql);
		return rows ?? [];
	} finally {
		await client.end();
	}
}

async function everything(options: StoreOptions): Promise<string> {
	const names = await operator(
		options,
		options.kind === 'sqlite'
			? `select name from sqlite_master where type = 'table'`
			: `select table_name as name from information_schema.tables where table_schema = 'meta_followup'`,
	);
	const tables = names.map(({ name }) => String(name)).filter((name) => !ABOUT_NOBODY.includes(name));
	const rows = await Promise.all(
		tables.map(async (name) => await operator(options, `select * from ${name}`)),
	);
	return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

describe.each(databases)('on $name', (kind) => {
	const shared = useStore(kind);

	test.each(['privacy.md', 'privacy.es.md'])(
		'what docs/%s says to run leaves no trace of the customer and touches no other',
		async (page) => {
			const { store, database } = shared;
			const id = `CO.${page.replaceAll('.', '')}`;
			const gone = await followUpAt(store, 'sending', {
				customer: newCustomer({ contact: { id, name: `Ana ${id}` } }),
			});
			const other = await followUpAt(store, 'scheduled');
			await store.finishSend(gone.id, { outcome: 'accepted', messageId: `wamid.${id}` }, DUE);
			const account = { channel: 'whatsapp' as const, account: ACCOUNT };
			await store.takeTurn({ ...account, contact: id, mostWaitMs: 0 }, DUE);
			await store.noteCost(
				{ ...account, messageId: `wamid.${id}`, scheduledId: gone.id, currency: 'USD' },
				DUE,
			);
			await store.ingest([gone.customer.says(`I am ${id}`, after(HOUR, DUE))], after(HOUR, DUE));
			await store.markConverted(
				{ key: gone.customer.key },
				{ reachedAt: DUE, reference: id },
				after(2 * HOUR, DUE),
			);
			expect(await everything(database.options)).toContain(id);

			const text = readFileSync(join(__dirname, '..', '..', 'docs', page), 'utf8');
			await operator(database.options, (FENCED_SQL.exec(text)?.[1] ?? '').replaceAll('CONTACT', id));

			const left = await everything(database.options);
			expect(left).not.toContain(id);
			expect(left).not.toContain(gone.id);
			expect(await store.conversation(gone.customer.key)).toBeUndefined();
			expect((await other.now()).state).toBe('scheduled');
			expect(await store.transcript(other.customer.key, 10)).toHaveLength(2);
		},
	);
});
