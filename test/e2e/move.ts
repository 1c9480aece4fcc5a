import { asNow } from '../../lib/store/database/now.ts';
import { sandboxCredentials } from '../../harness/demo/credentials.ts';
import { startSandbox } from '../../harness/demo/sandbox.ts';
import { startN8n } from '../../harness/n8n/start.ts';
import { freePorts } from '../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { Steps } from '../../harness/shared/steps.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { check, type Check } from '../../harness/smoke/checks.ts';
import { openDatabase, type Database } from '../crash/databases.ts';
import { prefill, type Person } from '../crash/prefill.ts';
import { CrashSandbox } from '../crash/sandbox.ts';
import { BEFOREHAND, CHATBOT, crashWorkflow } from '../crash/workflow.ts';
import { runScript } from './move/script.ts';
import { hold, runByItself, logCheck } from './run-checks.ts';

const FOLLOW_UPS = 24;
const LIMIT_SECONDS = 120;
const SENT = ['accepted', 'sent', 'delivered', 'read'];

/** Moves live follow-ups from SQLite to Postgres with the scripts, and lets a real n8n go on there. */
export async function moveChecks(log: (step: string) => void = console.log): Promise<Check[]> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-move');
	const sandboxProcess = await startSandbox(sandboxPort, 'http://127.0.0.1:1/nobody-listens', 'en');
	const sandbox = new CrashSandbox(sandboxProcess.url);
	const place = { packageDir: PROJECT_DIR, userFolder };
	const [from, to] = [await openDatabase('sqlite', place), await openDatabase('postgres', place)];
	try {
		await sandbox.call('PUT', '/settings', { webhook: null, muteStatuses: true });
		const people = await prefill(from, sandbox, { ...BEFOREHAND, count: FOLLOW_UPS });
		const claimed = await takeUpSome(from);
		log(`${FOLLOW_UPS} follow-ups are in SQLite, ${claimed} of them taken up by a run that is gone`);
		const { data, ...store } = to.credential as NonNullable<Database['credential']>;
		const address = `postgres://${data.user}@${data.host}:${data.port}/${data.database}`;
		const target = ['--postgres', address];
		const source = ['--sqlite', from.engine.embeddedStoreFile({ N8N_USER_FOLDER: userFolder })];
		const migrated = [
			await runScript('store-migrate', ...target),
			await runScript('store-migrate', ...target),
		];
		const copied = await runScript('store-copy', ...source, ...target);
		const again = await runScript('store-copy', ...source, ...target);
		const rows = await to.use(async (opened) => await opened.list({ chatbot: CHATBOT, limit: 1_000 }));
		log('the scripts have run; n8n goes on with Postgres');

		await to.endLeases();
		const n8n = await startN8n({
			...{ userFolder, port, packageDir: PROJECT_DIR, log },
			credentials: [...sandboxCredentials(sandboxProcess.url), { data, ...store }],
			workflows: [crashWorkflow({ storeCredential: { id: store.id, name: store.name }, maxPerMinute: 0 })],
		});
		await n8n.waitForActivation();
		const sent = async () =>
			await to.use(
				async (opened) => await opened.list({ chatbot: CHATBOT, states: SENT as never, limit: 1_000 }),
			);
		await waitUntil({
			...{ what: 'the follow-ups to be sent from Postgres', seconds: LIMIT_SECONDS, everyMs: 500 },
			details: n8n.lastLines,
			probe: async () => (await sent()).length === FOLLOW_UPS || undefined,
		}).catch((error: Error) => log(error.message));
		await n8n.stop();
		const checks = [
			scripts(migrated, copied, again),
			await outcome({ people, sandbox, rows: rows.length, sent: (await sent()).length }),
		];
		for (const one of checks) logCheck(one, log);
		if (!hold(checks)) console.log(n8n.lastLines());
		return checks;
	} finally {
		await Promise.all([sandboxProcess.process.stop(), from.stop(), to.stop()]);
	}
}

/** n8n was stopped in the middle of a run: some follow-ups are under a lease that nobody holds any more. */
async function takeUpSome(database: Database): Promise<number> {
	const checks = await database.use(
		async (store) =>
			await store.claimDue({ chatbot: CHATBOT, now: asNow(new Date()), limit: 5, leaseMs: 60_000 }),
	);
	return checks.length;
}

type Outcome = Awaited<ReturnType<typeof runScript>>;

function scripts(migrated: Outcome[], copied: Outcome, again: Outcome): Check {
	const said = ({ code, said: text }: Outcome) =>
		`code ${code}: ${text.split('\n').slice(-2).join(' ').slice(0, 200)}`;
	return check('the scripts make the tables and copy a store once', [
		{
			ok: migrated.every(({ code }) => code === 0),
			found: `store:migrate, run twice: ${migrated.map(said).join('; ')}`,
		},
		{
			ok: copied.code === 0 && copied.said.includes(`${FOLLOW_UPS}  scheduled_follow_ups`),
			found: `store:copy: ${said(copied)}`,
		},
		{
			ok: again.code !== 0 && again.said.includes('already holds data'),
			found: `a second copy is refused: ${said(again)}`,
		},
	]);
}

async function outcome(found: {
	people: Person[];
	sandbox: CrashSandbox;
	rows: number;
	sent: number;
}): Promise<Check> {
	const { byCustomer, violations } = await found.sandbox.sent();
	const once = found.people.filter(({ customer }) => byCustomer.get(customer) === 1).length;
	return check('live follow-ups that moved to Postgres are sent from there, each once', [
		{ ok: found.rows === FOLLOW_UPS, found: `${found.rows} of ${FOLLOW_UPS} arrived` },
		{ ok: once === FOLLOW_UPS && byCustomer.size === FOLLOW_UPS, found: `${once} customers got one message` },
		{ ok: found.sent === FOLLOW_UPS, found: `${found.sent} are recorded as sent` },
		{ ok: violations.length === 0, found: `${violations.length} objections of the referee` },
	]);
}

// Run by itself: node test/e2e/move.ts
await runByItself(import.meta.filename, async () => await moveChecks(new Steps().log));
