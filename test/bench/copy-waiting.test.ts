import { DatabaseSync } from 'node:sqlite';
import { copyWaiting, type Waiting } from './n8n/copy-waiting.ts';

const person = (number: number): Waiting => ({
	...{ phone: `+57300000000${number}`, messageId: `wamid.HBgM${number}==`, userId: `CO.USER${number}` },
	name: `Eva ${number}`,
});
const TOKEN = 'ab'.repeat(32);

/** As n8n keeps them, as far as it matters here: every text of an execution stands in it once. */
function files(): DatabaseSync {
	const database = new DatabaseSync(':memory:');
	database.exec(`
		create table execution_entity (id integer primary key autoincrement, status text, waitTill text,
			"jsonSizeBytes" bigint);
		create table execution_data ("executionId" int primary key, "workflowData" text, data text);
		create table data_table_user_x (id integer primary key, customer text, last_message text, transcript text)`);
	const { phone, messageId, userId, name } = person(1);
	const customer = phone.slice(1);
	database.prepare(`insert into data_table_user_x values (1, ?, ?, '[]')`).run(customer, messageId);
	const row = '{"customer":"1","id":1,"createdAt":"2"}';
	const data = `["${TOKEN}",${row},"${customer}","${messageId}","${userId}","${name}","at 14:05"]`;
	database
		.prepare(`insert into execution_entity values (7, 'waiting', '2026-11-24 04:00:00.000', ?)`)
		.run(data.length);
	database.prepare(`insert into execution_data values (7, '{}', ?)`).run(data);
	return database;
}

describe('copies of a waiting execution', () => {
	const others = Array.from({ length: 8 }, (_, index) => person(index + 2));

	test('wait for their own customer and look at his own row of the table', () => {
		const database = files();
		copyWaiting(database, person(1), others);
		const copies = database
			.prepare(
				`select e.id, e.status, e.waitTill, e.jsonSizeBytes, d.data from execution_entity e
				join execution_data d on d.executionId = e.id where e.id <> 7 order by e.id`,
			)
			.all() as { id: number; jsonSizeBytes: number; data: string }[];
		expect(copies).toHaveLength(others.length);
		for (const [index, copy] of copies.entries()) {
			const { phone, messageId, userId, name } = others[index] as Waiting;
			expect(copy).toMatchObject({ status: 'waiting', waitTill: '2026-11-24 04:00:00.000' });
			expect(copy.jsonSizeBytes).toBe(copy.data.length);
			const [token, row, ...texts] = JSON.parse(copy.data) as [string, { id: number }, ...string[]];
			expect(texts).toEqual([phone.slice(1), messageId, userId, name, 'at 14:05']);
			expect(token).toMatch(/^[0-9a-f]{64}$/);
			expect(token).not.toBe(TOKEN);
			expect(
				database
					.prepare('select customer, last_message, transcript from data_table_user_x where id = ?')
					.get(row.id),
			).toEqual({ customer: phone.slice(1), last_message: messageId, transcript: '[]' });
		}
		expect(new Set(copies.map(({ data }) => JSON.parse(data)[0])).size).toBe(others.length);
	});

	test('are refused when n8n keeps its executions otherwise', () => {
		const database = files();
		expect(() => copyWaiting(database, { ...person(1), name: 'Ana' }, others)).toThrow(
			'looks otherwise than expected',
		);
		expect(() => copyWaiting(database, person(5), others)).toThrow('0 rows instead of one');
	});
});
