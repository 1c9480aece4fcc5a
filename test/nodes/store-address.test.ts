import { postgresOptions } from '../../nodes/shared/store-for.ts';

const CREDENTIAL = {
	port: 5432,
	database: 'follow ups',
	user: 'ana@shop',
	password: 'p#ss/wörd',
	tls: 'off',
};

test.each([
	['db.example.com', 'db.example.com'],
	[' db.example.com ', 'db.example.com'],
	['10.0.0.7', '10.0.0.7'],
	['::1', '[::1]'],
	['localhost', 'localhost'],
	['postgres_1', 'postgres_1'],
])('the host %j is the address %s', (host, hostname) => {
	const { connectionString } = postgresOptions({ ...CREDENTIAL, host });
	const url = new URL(connectionString);
	expect([url.hostname, url.port, decodeURIComponent(url.password)]).toEqual([hostname, '5432', 'p#ss/wörd']);
});

test.each([
	'',
	' ',
	'my server',
	'postgres://db.example.com',
	'db.example.com:6432',
	'ana@db.example.com',
	'db/followups',
	'db?x',
	'a<b',
])('the host %j is refused with what to write, and is not taken for localhost', (host) => {
	expect(() => postgresOptions({ ...CREDENTIAL, host })).toThrow(
		expect.objectContaining({
			message: `"${host}" with port 5432 is no address of a Postgres server`,
			advice: expect.stringContaining('Correct Host and Port') as string,
		}),
	);
});

test.each([0, 65_536, -1, 1.5, Number.NaN])('the port %d is refused', (port) => {
	expect(() => postgresOptions({ ...CREDENTIAL, host: 'localhost', port })).toThrow('is no address');
});
