import { homedir } from 'node:os';
import { IntakeSettingsError, readIntakeSettings } from '../../lib/index.ts';

const RIGHT = {
	...{ META_APP_SECRETS: 'one, two;three', META_VERIFY_TOKEN: 'token' },
	FOLLOWUP_STORE: 'sqlite:/data/store.sqlite',
};

const refusal = (env: Record<string, string | undefined>): IntakeSettingsError => {
	try {
		readIntakeSettings(env);
	} catch (error) {
		return error as IntakeSettingsError;
	}
	throw new Error('The settings were taken');
};

test('what is not set has its default', () => {
	expect(readIntakeSettings(RIGHT)).toEqual({
		apps: ['one', 'two', 'three'].map((secret) => ({ secrets: [secret], appIds: [] })),
		verifyToken: 'token',
		...{ store: { kind: 'sqlite', file: '/data/store.sqlite' }, host: '127.0.0.1', port: 5680 },
	});
});

test('secrets with the same App ID before them are of one app', () => {
	const META_APP_SECRETS = '1001:new, 1002:other, 1001:old, bare';
	expect(readIntakeSettings({ ...RIGHT, META_APP_SECRETS }).apps).toEqual([
		{ secrets: ['new', 'old'], appIds: ['1001'], holder: 'intake:1001' },
		{ secrets: ['other'], appIds: ['1002'], holder: 'intake:1002' },
		{ secrets: ['bare'], appIds: [] },
	]);
});

test('the accounts that are named are the only ones of every app', () => {
	const FOLLOWUP_ACCOUNTS = '210000000000001, 400000000000001';
	expect(
		readIntakeSettings({ ...RIGHT, FOLLOWUP_ACCOUNTS }).apps.map(({ recordOnly }) => recordOnly),
	).toEqual(Array.from({ length: 3 }, () => ['210000000000001', '400000000000001']));
});

test.each([
	['sqlite:/data/a.sqlite', { kind: 'sqlite', file: '/data/a.sqlite' }],
	['sqlite:///data/a.sqlite', { kind: 'sqlite', file: '/data/a.sqlite' }],
	['sqlite:a.sqlite', { kind: 'sqlite', file: 'a.sqlite' }],
	['SQLITE:a.sqlite', { kind: 'sqlite', file: 'a.sqlite' }],
	['sqlite:~/a.sqlite', { kind: 'sqlite', file: `${homedir()}/a.sqlite` }],
	['postgres://u:p@h:5432/d', { kind: 'postgres', connectionString: 'postgres://u:p@h:5432/d' }],
	['postgresql://h/d', { kind: 'postgres', connectionString: 'postgresql://h/d' }],
])('the store %s is understood', (address, store) => {
	expect(readIntakeSettings({ ...RIGHT, FOLLOWUP_STORE: address }).store).toEqual(store);
});

test.each([
	...['', '   ', 'nonsense', '/data/store.sqlite', 'mysql://u:pass-word@h/d', 'sqlite:', 'sqlite::memory:'],
	...['postgres://', 'postgres://h', 'postgres://u:pass-word#1@h:5432/d', 'postgres:///'],
])('the store %j is refused with what is allowed, and without its password', (address) => {
	const { message, advice } = refusal({ ...RIGHT, FOLLOWUP_STORE: address });
	expect(message).toContain('FOLLOWUP_STORE');
	expect(message).toMatch(/sqlite:|postgres:/);
	expect(message + advice).not.toContain('pass-word');
	expect(advice).toContain('--help');
});

test.each(['-1', '65536', '80a', '1.5', '0x50'])('the port %j is refused', (PORT) => {
	expect(refusal({ ...RIGHT, PORT }).message).toContain(`PORT is "${PORT}"`);
});

test.each(['0', '65535', ' 8080 '])('the port %j is taken', (PORT) => {
	expect(readIntakeSettings({ ...RIGHT, PORT }).port).toBe(Number(PORT));
});

test('everything that is missing is told at once', () => {
	const { message } = refusal({ META_APP_SECRETS: ' , ', PORT: 'x' });
	for (const name of ['META_APP_SECRETS', 'META_VERIFY_TOKEN', 'FOLLOWUP_STORE', 'PORT'])
		expect(message).toContain(name);
});
