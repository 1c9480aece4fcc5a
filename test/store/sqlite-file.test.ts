import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase, openStore } from '../../lib/store/open-store.ts';
import { newCustomer } from '../support/customer.ts';
import { DUE, claim, planFor, register, silence } from '../support/scheduled.ts';
import { MINUTE, START, after } from '../support/time.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'meta-followup-file-'));
	file = join(folder, 'n8n', 'store.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('while another program holds the file', () => {
	test.each([
		[
			'recording a message',
			async (store: Awaited<ReturnType<typeof openStore>>) =>
				await store.ingest([newCustomer().writes('Hello', after(MINUTE))], after(MINUTE)),
		],
		[
			'a transaction of many statements',
			async (store: Awaited<ReturnType<typeof openStore>>) =>
				await silence(store, newCustomer(), after(MINUTE)),
		],
	])('%s waits without stopping the event loop, and happens once it is free', async (_name, work) => {
		const store = await openStore({ kind: 'sqlite', file });
		const other = new DatabaseSync(file);
		other.exec('begin immediate');
		let ended = false;
		const waiting = work(store).finally(() => (ended = true));
		// Turns of the event loop that come while the file is held; with a wait inside SQLite the first would come after it.
		for (let turn = 0; turn < 20; turn++) await sleep(5);
		expect(ended).toBe(false);
		other.exec('rollback');
		other.close();
		await waiting;
		await store.close();
	});

	test('what nobody is waiting for is not looked for under a lock', async () => {
		const store = await openStore({ kind: 'sqlite', file });
		const story = await silence(store, newCustomer());
		await register(store, story.chatbot);
		await store.schedule([planFor(story)], START);
		const other = new DatabaseSync(file);
		other.exec('begin immediate');
		// Nothing is due yet, so the look ends at once.
		expect(await claim(store, story.chatbot, after(MINUTE))).toEqual([]);
		const recovered = await store.recoverLeases(after(MINUTE));
		expect(Object.values(recovered).filter((count) => count > 0)).toEqual([]);
		const overdue = { chatbot: story.chatbot, dueBefore: START, now: after(MINUTE) };
		expect(await store.expireOverdue(overdue)).toBe(0);
		other.exec('rollback');
		expect(await claim(store, story.chatbot, DUE)).toHaveLength(1);
		other.close();
		await store.close();
	});
});

describe('a file that cannot be used is told by its cause', () => {
	const opening = async () => await (await openStore({ kind: 'sqlite', file })).close();

	test('it is no database', async () => {
		mkdirSync(join(folder, 'n8n'));
		writeFileSync(file, 'Notes of the weekend, by somebody else. '.repeat(100));
		await expect(opening()).rejects.toMatchObject({
			...{ name: 'StoreUnavailableError', message: `The follow-up store ${file} is no SQLite database` },
			advice: expect.stringContaining('put the last backup in its place') as string,
		});
	});

	test('its folder is a file', async () => {
		writeFileSync(join(folder, 'n8n'), '');
		await expect(opening()).rejects.toMatchObject({
			message: `The follow-up store ${file} cannot be opened`,
			advice: expect.stringContaining('N8N_USER_FOLDER') as string,
		});
	});

	test('it is damaged', async () => {
		await opening();
		const bytes = readFileSync(file);
		// Everything but the first page, which tells that it is a database of that many pages.
		writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
		await expect(opening()).rejects.toMatchObject({
			message: `The follow-up store ${file} is damaged`,
			advice: expect.stringContaining('.recover') as string,
		});
	});

	test('it may only be read', async () => {
		await opening();
		const readOnly = `file:${file}?mode=ro`;
		const store = await openStore({ kind: 'sqlite', file: readOnly });
		await expect(silence(store, newCustomer())).rejects.toMatchObject({
			message: `The follow-up store ${readOnly} may not be written to`,
			advice: expect.stringContaining('Give the user that runs n8n the right') as string,
		});
		await store.close();
	});

	test('the disk is full: the transaction is undone, and its end does not hide the cause', async () => {
		const { db } = await openDatabase({ kind: 'sqlite', file });
		const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
		await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 5}`).execute(db);
		const fill = db.transaction().execute(async (tx) => {
			for (let n = 0; n < 1_000; n++)
				await tx
					.insertInto('send_pace')
					.values({ key: `${n}${'x'.repeat(500)}`, free_at: n })
					.execute();
		});
		await expect(fill).rejects.toMatchObject({
			message: `The follow-up store ${file} cannot grow because the disk is full`,
			advice: expect.stringContaining('Make room on the disk') as string,
		});
		expect(await db.selectFrom('send_pace').selectAll().execute()).toEqual([]);
		await db.destroy();
	});

	test('a newer version of the package made it', async () => {
		await opening();
		const other = new DatabaseSync(file);
		other.exec(
			"insert into meta_followup_migrations values ('9999-of-tomorrow', '2027-01-01T00:00:00.000Z')",
		);
		other.close();
		await expect(opening()).rejects.toMatchObject({
			message: expect.stringMatching(/newer version of this package .*9999-of-tomorrow/) as string,
			advice: expect.stringContaining('Install that version') as string,
		});
	});
});

describe('nobody else on the machine reads what customers write', () => {
	test('file, journal and a folder made for them belong to the user that runs n8n alone', async () => {
		const store = await openStore({ kind: 'sqlite', file });
		const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
		expect(mode(join(folder, 'n8n'))).toBe('700');
		const files = readdirSync(join(folder, 'n8n'));
		expect(files).toContain('store.sqlite-wal');
		for (const name of files) expect([name, mode(join(folder, 'n8n', name))]).toEqual([name, '600']);
		await store.close();
	});

	test('what was deleted of a customer stands in no file any more, while n8n goes on', async () => {
		const store = await openStore({ kind: 'sqlite', file });
		const customer = newCustomer({ contact: { id: 'CO.GONE', phone: '573001112299', name: 'Ximena Gone' } });
		const words = 'something that is nobody else’s business '.repeat(20);
		for (let n = 0; n < 30; n++)
			await store.ingest([customer.writes(words, after(n * MINUTE))], after(n * MINUTE));
		await store.deleteConversation({ key: customer.key }, { keepOptOut: false }, START);
		const all = readdirSync(join(folder, 'n8n')).map((name) => readFileSync(join(folder, 'n8n', name)));
		for (const trace of ['nobody else', 'Ximena', '573001112299'])
			expect(all.some((bytes) => bytes.includes(trace))).toBe(false);
		await store.close();
	});
});
