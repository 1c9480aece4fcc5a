import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Who waits in an execution: what differs from one customer to the next, in the execution and in the data table. */
export interface Waiting {
	phone: string;
	messageId: string;
	userId: string;
	name: string;
}

type Row = Record<string, string | number | null>;

/**
 * Copies a waiting execution that n8n made, and the customer's row in the hand-made workflow's data table, for other customers
 * who wrote the same. Everything else stays byte for byte; ids and the resume token are new, as n8n would have given them.
 */
export function copyWaiting(database: DatabaseSync, customer: Waiting, others: readonly Waiting[]): void {
	const table = String(
		one(database, `select name from sqlite_master where name like 'data_table_user_%'`).name,
	);
	const row = one(database, `select * from "${table}" where customer = ?`, digits(customer.phone));
	const { executionId, ...kept } = one(
		database,
		`select d.* from execution_data d join execution_entity e on e.id = d.executionId
		where e.status = 'waiting' and instr(d.data, ?) > 0`,
		customer.messageId,
	);
	const execution = one(database, 'select * from execution_entity where id = ?', executionId as number);
	const text = String(kept.data);
	const token = /"([0-9a-f]{64})"/.exec(text)?.[1];
	const known = [digits(customer.phone), customer.messageId, customer.userId, customer.name, token ?? ''];
	const rowMark = (id: unknown) => `"id":${id},"createdAt"`;
	if (![...known, rowMark(row.id)].every((mark) => mark !== '' && text.includes(`${mark}`)))
		throw new Error(`A waiting execution of n8n looks otherwise than expected: ${text.slice(0, 2_000)}`);

	for (const other of others) {
		const rowId = insert(database, table, {
			...{ ...row, id: undefined },
			...{ customer: digits(other.phone), last_message: other.messageId },
		});
		const changed = [digits(other.phone), other.messageId, other.userId, other.name, newToken()];
		const data = known
			.reduce((done, before, index) => done.replaceAll(before, changed[index] as string), text)
			.replace(rowMark(row.id), rowMark(rowId));
		const jsonSizeBytes = (execution.jsonSizeBytes as number) + data.length - text.length;
		const id = insert(database, 'execution_entity', { ...execution, id: undefined, jsonSizeBytes });
		insert(database, 'execution_data', { ...kept, executionId: id, data });
	}
}

function one(database: DatabaseSync, sql: string, ...values: (string | number)[]): Row {
	const found = database.prepare(sql).all(...values) as Row[];
	if (found.length !== 1) throw new Error(`${found.length} rows instead of one for: ${sql}`);
	return found[0] as Row;
}

/** Inserts a row and gives its id. */
function insert(database: DatabaseSync, table: string, row: Record<string, Row[string] | undefined>): number {
	const given = Object.entries(row).filter((entry): entry is [string, Row[string]] => entry[1] !== undefined);
	const names = given.map(([name]) => `"${name}"`).join(', ');
	const marks = given.map(() => '?').join(', ');
	const values = given.map(([, value]) => value);
	return Number(
		database.prepare(`insert into "${table}" (${names}) values (${marks})`).run(...values).lastInsertRowid,
	);
}

function digits(phone: string): string {
	return phone.replace('+', '');
}

/** As n8n's resume token looks. */
function newToken(): string {
	return randomBytes(32).toString('hex');
}
