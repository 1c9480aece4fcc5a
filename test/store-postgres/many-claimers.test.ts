import { sql } from 'kysely';
import { table } from '../../lib/store/database/tables.ts';
import { openDatabase } from '../../lib/store/open-store.ts';
import { atOnce } from '../support/connections.ts';
import { newId } from '../support/customer.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { DUE, LEASE_MS, planFor, silence } from '../support/scheduled.ts';
import { openStore } from '../../lib/index.ts';
import { START } from '../support/time.ts';

const PROCESSES = 8;
const DUE_NOW = Number(process.env.DUE_NOW ?? 4_000);
const BATCH = 100;

let server: PostgresServer;
beforeAll(async () => {
	server = await startPostgres({ log_lock_waits: 'on', deadlock_timeout: '10ms' });
}, 60_000);
afterAll(async () => await server?.stop());

test('eight claimers empty the queue: each follow-up is claimed once, and none waits for another’s lock', async () => {
	const options = { kind: 'postgres', connectionString: await server.newDatabase() } as const;
	const chatbot = newId('chatbot');
	const store = await openStore(options);
	await store.schedule([planFor({ ...(await silence(store)), chatbot })], START);
	await store.close();
	const { db } = await openDatabase(options);
	await multiply(db, DUE_NOW);

	const claim = { chatbot, now: DUE, limit: BATCH, leaseMs: LEASE_MS };
	// Some more calls than are needed: what one has under its hands the others leave out.
	const calls = Math.ceil((2 * DUE_NOW) / BATCH / PROCESSES) + 5;
	const start = performance.now();
	const answers = await atOnce(
		options,
		'claimDue',
		Array.from({ length: PROCESSES }, () => Array.from({ length: calls }, () => [claim])),
	);
	const seconds = (performance.now() - start) / 1000;
	const ids = answers.flat(2).map(({ id }) => id);
	process.stdout.write(`${ids.length} claimed by ${PROCESSES} in ${seconds.toFixed(1)} s\n`);
	expect(ids).toHaveLength(DUE_NOW);
	expect(new Set(ids).size).toBe(DUE_NOW);
	// One line in the log for each time a follow-up was taken up.
	const { rows } = await sql<{ lines: number }>`
		select count(*) as lines from ${table('audit_log')} where to_state = 'claimed'`.execute(db);
	expect(rows[0]?.lines).toBe(DUE_NOW);
	await db.destroy();
	// A wait for somebody's row is a wait for a transaction or a tuple; opening together waits for the migration lock.
	expect(server.log()).not.toMatch(/still waiting for \w+ on (transaction|tuple)|deadlock detected/);
}, 300_000);

/** Many follow-ups like the one that is there, each of a customer of its own, in four accounts. */
async function multiply(db: Awaited<ReturnType<typeof openDatabase>>['db'], count: number): Promise<void> {
	await sql`insert into ${table('conversations')} (channel, account, contact, created_at)
		select 'whatsapp', (n % 4)::text, 'many' || n, 0 from generate_series(2, ${count}::int) n`.execute(db);
	await sql`insert into ${table('scheduled_follow_ups')} (id, conversation_id, lane, chatbot, follow_up, name, state, reason_code,
			reason, anchor_id, anchor_at, requested_at, allowed_at, due_at, reasons_json, attempts, created_at, updated_at)
		select 'many' || c.id, c.id, c.channel || ':' || c.account, s.chatbot, s.follow_up, s.name, s.state, s.reason_code,
			s.reason, s.anchor_id, s.anchor_at, s.requested_at, s.allowed_at, s.due_at, s.reasons_json, 0, 0, 0
		from ${table('conversations')} c, ${table('scheduled_follow_ups')} s where c.contact like 'many%'`.execute(
		db,
	);
	await sql`analyze`.execute(db);
}
