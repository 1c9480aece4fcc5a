import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, StoreUnavailableError } from '../../lib/index.ts';
import { newCustomer } from '../support/customer.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { START } from '../support/time.ts';

let server: PostgresServer;
beforeAll(async () => {
	server = await startPostgres({}, [
		'host all locked 127.0.0.1/32 scram-sha-256',
		'host all barred 127.0.0.1/32 reject',
	]);
}, 60_000);
afterAll(async () => await server?.stop());

async function as(connectionString: string, statements: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	const { rows } = await client.query(statements);
	await client.end();
	return rows as Record<string, unknown>[];
}

async function refusal(work: Promise<unknown>): Promise<{ message: string; advice: string }> {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(StoreUnavailableError);
	return error as StoreUnavailableError;
}

const open = async (connectionString: string) => await openStore({ kind: 'postgres', connectionString });

const withUser = (connectionString: string, user: string, password = '') => {
	const url = new URL(connectionString);
	url.username = user;
	url.password = password;
	return url.toString();
};

test('a wrong password, and a user whom the server does not let in', async () => {
	const database = await server.newDatabase();
	await as(database, `create role locked login password 'right'; create role barred login`);
	const { message, advice } = await refusal(open(withUser(database, 'locked', 'very-wrong')));
	expect(message).toContain('password authentication failed');
	expect(message).not.toContain('very-wrong');
	expect(advice).toContain('Correct the user or the password');
	const barred = await refusal(open(withUser(database, 'barred')));
	expect(barred.advice).toContain('pg_hba.conf');
});

test('a user who may not make the schema, and one whose tables are another user’s', async () => {
	const database = await server.newDatabase();
	await as(database, 'create role guest login');
	const first = await refusal(open(withUser(database, 'guest')));
	expect(first.message).toContain('permission denied for database');
	expect(first.advice).toContain('grant create on database');

	await (await open(database)).close();
	await as(database, 'grant usage on schema meta_followup to guest');
	const second = await refusal(open(withUser(database, 'guest')));
	expect(second.message).toContain('permission denied for table');
	expect(second.advice).toContain('alter schema');
});

test('a server that takes no changes', async () => {
	const database = await server.newDatabase();
	const { pathname } = new URL(database);
	await as(database, `alter database "${pathname.slice(1)}" set default_transaction_read_only = on`);
	const { message, advice } = await refusal(open(database));
	expect(message).toContain('read-only transaction');
	expect(advice).toContain('address of the primary server');
});

test('a server without free connections', async () => {
	const database = await server.newDatabase();
	await as(database, 'create role crowded superuser login connection limit 0');
	await as(database, 'alter role crowded nosuperuser');
	const { advice } = await refusal(open(withUser(database, 'crowded')));
	expect(advice).toContain('Maximum Connections');
});

test('a full disk: nothing of the delivery is kept, and it gets in when there is room', async () => {
	const database = await server.newDatabase();
	const store = await open(database);
	const [row] = await as(database, `select pg_relation_filepath('meta_followup.messages') as file`);
	const file = join(server.data, String(row?.file));
	await server.crash();
	// All that is written to this device ends as it does on a full disk (full(4)).
	rmSync(file);
	symlinkSync('/dev/full', file);
	await server.start();
	const customer = newCustomer();
	const delivery = async () => await store.ingest([customer.writes()], START);
	// The first one may still meet a connection of the server that is gone.
	await delivery().catch(() => {});
	const { message, advice } = await refusal(delivery());
	expect(message).toContain('No space left on device');
	expect(advice).toContain('Make room on the disk of the server');
	expect(await store.conversation(customer.key)).toBeUndefined();
	await as(database, 'truncate meta_followup.messages');
	expect((await delivery()).events).toHaveLength(1);
	await store.close();
});
