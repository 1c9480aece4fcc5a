import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import type { Execution } from '../../../harness/n8n/executions.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { storedRows } from '../../../harness/smoke/store-file.ts';
import { openDatabase } from '../../crash/databases.ts';
import { prefill } from '../../crash/prefill.ts';
import { CrashSandbox } from '../../crash/sandbox.ts';
import { asks, SILENT_HOURS } from './conversations.ts';
import { startStandIn, type StandIn } from './stand-in.ts';
import { KINDS, VENDORS, type Kind, type Vendor } from './vendors/index.ts';
import { chatbotOf, workflowOf } from './workflow.ts';

/** What the store and the customer have of one conversation. */
export interface Found {
	state: string;
	code: string;
	dueAt: number;
	attempts: number;
	/** What reached the customer. */
	received: string[];
}

/** A real n8n with one workflow for each chat model, and customers who have long been silent. */
export interface Fixture {
	n8n: RunningN8n;
	standIn: StandIn;
	/** Whether something of a vendor is still to be decided or sent. */
	over(vendor: Vendor): Promise<void>;
	found(vendor: Vendor): Promise<Record<Kind, Found>>;
	/** Lets everything that waits be due now. */
	makeDue(): void;
	executions(vendor: Vendor): Execution[];
	/** What n8n has kept of an execution, as text. */
	dataOf(execution: Execution): Promise<string>;
	stop(): Promise<void>;
}

const TOLD = '¿Qué día te queda bien?';
/** n8n's node for Gemini repeats what failed six times, at growing distances, and cannot be told not to. */
const PATIENCE_SECONDS = 400;

export async function setUpFixture(log: (step: string) => void): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-chat-models');
	const standIn = await startStandIn();
	const sandboxProcess = await startSandbox(sandboxPort, undefined, 'es');
	const sandbox = new CrashSandbox(sandboxProcess.url);
	const database = await openDatabase('sqlite', { packageDir: PROJECT_DIR, userFolder });
	const people = new Map<string, { followUp: string; customer: string }>();
	for (const vendor of VENDORS)
		for (const kind of KINDS) {
			const said = { asked: asks(kind), answered: TOLD, hoursAgo: SILENT_HOURS };
			const [person] = await prefill(database, sandbox, {
				...{ count: 1, channels: ['whatsapp'], chatbot: chatbotOf(vendor), ...said },
			});
			if (person) people.set(`${vendor.id} ${kind}`, person);
		}
	log(`${people.size} customers wrote ${SILENT_HOURS} hours ago and are silent; their follow-ups are due`);
	const credentials = VENDORS.map((vendor) => ({
		...{ id: `${vendor.id}Key`, name: `${vendor.name} (stand-in)` },
		...vendor.credential(standIn.urlOf(vendor)),
	}));
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, log, env: standIn.env },
		credentials: [...sandboxCredentials(sandboxProcess.url), ...credentials],
		workflows: VENDORS.map((vendor, place) =>
			workflowOf(vendor, credentials[place] as (typeof credentials)[0]),
		),
	});
	await n8n.waitForActivation();
	const rowsOf = ({ id }: Vendor) =>
		storedRows(userFolder, 'scheduled_follow_ups').filter(({ chatbot }) => chatbot === id);
	const isOver = ({ state, due_at }: Record<string, unknown>) =>
		state !== 'claimed' && state !== 'sending' && !(state === 'scheduled' && Number(due_at) <= Date.now());
	const executions = ({ id }: Vendor) => n8n.executions().filter(({ workflowId }) => workflowId === id);
	return {
		...{ n8n, standIn, executions },
		async over(vendor) {
			await waitUntil({
				...{ what: `the follow-ups of ${vendor.name} to be decided`, seconds: PATIENCE_SECONDS },
				...{ details: n8n.lastLines, probe: () => rowsOf(vendor).every(isOver) || undefined },
			});
			await waitUntil({
				...{ what: `the runs of ${vendor.name} to end`, seconds: 30, details: n8n.lastLines },
				probe: () => executions(vendor).every(({ stoppedAt }) => stoppedAt !== null) || undefined,
			});
		},
		async found(vendor) {
			const rows = rowsOf(vendor);
			const { messages } = await sandbox.call<{
				messages: { customer: string; via: string; text: string; direction: string }[];
			}>('GET', '/state');
			const all = KINDS.map((kind): [Kind, Found] => {
				const { followUp, customer } = people.get(`${vendor.id} ${kind}`) ?? {};
				const row = rows.find(({ id }) => id === followUp) ?? {};
				const received = messages.filter(
					(one) => one.customer === customer && one.via === 'api' && one.direction === 'out',
				);
				const { state, reason_code, due_at, attempts } = row;
				const stored = { state: String(state), code: String(reason_code), dueAt: Number(due_at) };
				return [kind, { ...stored, attempts: Number(attempts), received: received.map(({ text }) => text) }];
			});
			return Object.fromEntries(all) as Record<Kind, Found>;
		},
		makeDue() {
			const store = new DatabaseSync(join(userFolder, '.n8n', 'meta-followup.sqlite'));
			try {
				store.exec('pragma busy_timeout = 5000');
				store.exec(`update scheduled_follow_ups set due_at = ${Date.now()} where state = 'scheduled'`);
			} finally {
				store.close();
			}
		},
		async dataOf({ id }) {
			const rest = await n8n.login();
			const answer = await rest(`/rest/executions/${id}`, { method: 'GET' });
			return await answer.text();
		},
		async stop() {
			await n8n.stop();
			await Promise.all([sandboxProcess.process.stop(), standIn.close(), database.stop()]);
		},
	};
}
