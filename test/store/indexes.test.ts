import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../lib/index.ts';

/** What pages and deliveries ask of every conversation; without an index each question reads the whole table. */
const BY_CONVERSATION = {
	scheduled_follow_ups: 'all follow-ups of a conversation',
	messages: 'the messages of a conversation',
	conversions: 'the sales of a conversation',
	contact_aliases: 'the IDs of a conversation',
	sent_items: 'what executions sent in a conversation',
};

let folder: string;
let database: DatabaseSync;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'meta-followup-indexes-'));
	const file = join(folder, 'store.sqlite');
	await (await openStore({ kind: 'sqlite', file })).close();
	database = new DatabaseSync(file);
});

afterAll(() => {
	database?.close();
	rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(BY_CONVERSATION))('%s: %s are found by an index', (table) => {
	const plan = database.prepare(`explain query plan select * from ${table} where conversation_id = ?`).all(1);
	expect(plan.map(({ detail }) => String(detail))).toEqual([
		expect.stringMatching(/USING (COVERING )?INDEX/),
	]);
});

test('a claim finds what else is due in its conversations by them, however much is due', () => {
	const conversations = Array.from({ length: 100 }, (_, place) => place).join();
	const plan = database
		.prepare(
			`explain query plan select * from scheduled_follow_ups where chatbot = ? and state = 'scheduled'
			and due_at <= ? and conversation_id in (${conversations}) order by due_at`,
		)
		.all('shop', 1);
	expect(plan.map(({ detail }) => String(detail))).toContainEqual(
		expect.stringContaining('(conversation_id=? AND chatbot=?)'),
	);
});
