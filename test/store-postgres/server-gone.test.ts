import { openStore, StoreUnavailableError, type Store } from '../../lib/index.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { claim, DUE, followUpAt } from '../support/scheduled.ts';

let server: PostgresServer;
let connectionString: string;
let store: Store;

beforeAll(async () => {
	server = await startPostgres();
	connectionString = await server.newDatabase();
	store = await openStore({ kind: 'postgres', connectionString });
}, 60_000);

afterAll(async () => {
	await store?.close();
	await server?.stop();
});

async function refusal(work: Promise<unknown>): Promise<StoreUnavailableError> {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(StoreUnavailableError);
	return error as StoreUnavailableError;
}

test('while the server is gone every call says so, and goes on by itself when it is back, with nothing lost', async () => {
	const { chatbot, id, now } = await followUpAt(store, 'scheduled');
	await server.crash();
	for (const call of [store.get(id), claim(store, chatbot, DUE), store.recoverLeases(DUE)]) {
		const { message, advice } = await refusal(call);
		expect(message).toContain(`postgres://127.0.0.1:${server.port}/`);
		expect(advice).toContain('tried again by itself');
	}
	await server.start();
	expect((await now()).state).toBe('scheduled');
	expect((await claim(store, chatbot, DUE)).map((one) => one.id)).toEqual([id]);
}, 30_000);

test('a connection that breaks while nobody uses it does not end the process', async () => {
	const { id } = await followUpAt(store, 'scheduled');
	await server.crash();
	await server.start();
	const found = await store.get(id).catch(async () => await store.get(id));
	expect(found?.id).toBe(id);
}, 30_000);

test('what is wrong with the connection is told with what to do, and without the password', async () => {
	const nowhere = new URL(connectionString);
	nowhere.pathname = '/nowhere';
	nowhere.password = 'very-secret';
	const { message, advice } = await refusal(
		openStore({ kind: 'postgres', connectionString: nowhere.toString() }),
	);
	expect(message).toContain('database "nowhere" does not exist');
	expect(advice).toContain('Correct the name of the database');
	expect(message + advice).not.toContain('very-secret');

	const closed = new URL(connectionString);
	closed.port = '1';
	const refused = await refusal(openStore({ kind: 'postgres', connectionString: closed.toString() }));
	expect(refused.advice).toContain('start the server');

	const encrypted = await refusal(openStore({ kind: 'postgres', connectionString, ssl: true }));
	expect(encrypted.message).toContain('SSL');
});
