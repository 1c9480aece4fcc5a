import { join } from 'node:path';
import { DateTime } from 'luxon';
import { startSandbox } from '../../../sandbox/index.ts';
import { sandboxCredentials, SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { Mailbox } from '../../../harness/shared/mailbox.ts';
import { ownCredentials } from './own-credentials.ts';
import { readTemplates, type Imported } from './imported.ts';
import { publishAll } from './publish.ts';
import { SharedTime } from './shared-time.ts';

export interface LedgerMessage {
	customer: string | null;
	via: string;
	type: string;
	text?: string;
	template?: unknown;
	at: string;
}

/** What the sandbox has in its ledger. */
export interface Ledger {
	messages: LedgerMessage[];
	refusals: { code: number; message: string }[];
	violations: { kind: string; details: string }[];
}

/** A real n8n with every template, the sandbox in Meta's place, and one time for both. */
export interface Fixture {
	n8n: RunningN8n;
	templates: Imported[];
	time: SharedTime;
	/** Whether pictures for the docs are taken on the way. */
	pictures: boolean;
	/** What was written to people of the business. */
	mailbox: Mailbox;
	sandbox<T>(method: string, path: string, body?: object): Promise<T>;
	/** Has the sandbox deliver to the address of one trigger while something happens. */
	deliveringTo<T>(address: string, act: () => Promise<T>): Promise<T>;
	stop(): Promise<void>;
}

/** Business hours of a working day, in the time zone of the templates: nothing falls into quiet hours by chance. */
function tuesdayMorning(): Date {
	const now = DateTime.now().setZone('America/Bogota');
	return now.plus({ weeks: 1 }).set({ weekday: 2, hour: 9, minute: 0, second: 0 }).toJSDate();
}

export async function setUpFixture(
	log: (step: string) => void,
	{ only, pictures = false }: { only?: RegExp; pictures?: boolean } = {},
): Promise<Fixture> {
	const [port = 0, sandboxPort = 0, mailPort = 0] = await freePorts(3);
	const mailbox = new Mailbox(mailPort);
	const userFolder = temporaryFolder('e2e-templates');
	const time = new SharedTime(
		join(userFolder, 'clock'),
		join(import.meta.dirname, 'clock.cjs'),
		tuesdayMorning(),
	);
	const { appSecret, verifyToken } = SANDBOX_SECRETS;
	const sandbox = await startSandbox({
		port: sandboxPort,
		clock: time.now,
		settings: { appSecret, verifyToken },
	});
	const credentials = [...sandboxCredentials(sandbox.url), ...ownCredentials(mailPort)];
	const templates = readTemplates(credentials, only);
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, log, credentials },
		...{ drafts: templates.map(({ workflow }) => workflow), env: { ...time.environment } },
	});
	await n8n.waitForActivation([]);
	await publishAll(n8n, templates);
	log(`${templates.length} templates are published`);

	const call = async <T>(method: string, path: string, body?: object) => {
		const response = await fetch(`${sandbox.url}/api${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const answer = (await response.json()) as T;
		if (!response.ok) throw new Error(`${method} /api${path} was answered ${JSON.stringify(answer)}`);
		return answer;
	};
	let turn: Promise<unknown> = Promise.resolve();
	return {
		...{ n8n, templates, time, mailbox, pictures, sandbox: call },
		async deliveringTo(address, act) {
			// One app has one address at Meta, so those who write take turns.
			const mine = turn.then(async () => {
				await call('PUT', '/settings', { webhook: `${n8n.url}${address}` });
				return await act();
			});
			turn = mine.catch(() => {});
			return await mine;
		},
		async stop() {
			await Promise.all([n8n.stop(), sandbox.close()]);
			mailbox.close();
		},
	};
}
