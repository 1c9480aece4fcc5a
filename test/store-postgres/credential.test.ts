import type { ICredentialTestFunctions } from 'n8n-workflow';
import { postgresOptions } from '../../nodes/shared/store-for.ts';
import { followUpStorePostgresTest } from '../../nodes/shared/test-postgres.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

let server: PostgresServer;
let credential: Record<string, string | number>;

beforeAll(async () => {
	server = await startPostgres();
	const { hostname, pathname, username } = new URL(await server.newDatabase());
	credential = { host: hostname, port: server.port, database: pathname.slice(1), user: username, tls: 'off' };
}, 60_000);
afterAll(async () => await server?.stop());

const tested = async (more: object) => {
	const data = { ...credential, ...more };
	const decrypted = { id: '1', name: 'Store', type: 'followUpStorePostgresApi', data };
	return await followUpStorePostgresTest.call({} as ICredentialTestFunctions, decrypted as never);
};

test('the test of the credential opens the store, also in a schema with an odd name', async () => {
	expect(await tested({})).toMatchObject({ status: 'OK' });
	expect(await tested({ schema: 'Follow-ups "2"' })).toMatchObject({ status: 'OK' });
});

test('what is wrong is told with what to do', async () => {
	const { status, message } = await tested({ database: 'nowhere', password: 'very-secret' });
	expect(status).toBe('Error');
	expect(message).toContain('Correct the name of the database');
	expect(message).not.toContain('very-secret');
});

test.each(['p@ss:w/rd?#', 'ñandú %20', ''])('the password %j arrives as it is', (password) => {
	const { connectionString } = postgresOptions({ ...credential, password });
	expect(decodeURIComponent(new URL(connectionString).password)).toBe(password);
});
