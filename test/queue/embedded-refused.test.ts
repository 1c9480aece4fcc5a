import { embeddedStore, StoreUnavailableError } from '../../lib/index.ts';
import { dueItems } from '../support/due-trigger.ts';

test('in queue mode the embedded store says why it cannot be used and how to switch', () => {
	let thrown: unknown;
	try {
		embeddedStore({ EXECUTIONS_MODE: 'queue' });
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(StoreUnavailableError);
	const { message, advice } = thrown as StoreUnavailableError;
	expect(message).toContain('queue mode');
	expect(advice).toContain('Follow-Up Store Postgres API');
	expect(advice).toContain('META_FOLLOWUP_SHARED_DISK=true');
});

test.each([
	{},
	{ EXECUTIONS_MODE: 'regular' },
	{ EXECUTIONS_MODE: 'queue', META_FOLLOWUP_SHARED_DISK: 'true' },
])('with %j it is used', (env) => {
	const { kind, file } = embeddedStore({ ...env, N8N_USER_FOLDER: '/data' });
	expect(kind).toBe('sqlite');
	expect(file).toBe('/data/.n8n/meta-followup.sqlite');
});

test('there a Follow-Up Due Trigger cannot be published with it: otherwise only the log would tell', async () => {
	process.env.EXECUTIONS_MODE = 'queue';
	try {
		const refused = expect(dueItems('refused')).rejects;
		await refused.toThrow(/queue mode.*Follow-Up Store Postgres API.*META_FOLLOWUP_SHARED_DISK=true/);
	} finally {
		delete process.env.EXECUTIONS_MODE;
	}
});
