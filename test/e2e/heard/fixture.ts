import { join } from 'node:path';
import { DemoClock } from '../../../harness/demo/clock/clock.ts';
import { sandboxCredentials } from '../../../harness/demo/credentials.ts';
import { startSandbox } from '../../../harness/demo/sandbox.ts';
import { startN8n, type RunningN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../../harness/shared/project.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { storedRows } from '../../../harness/smoke/store-file.ts';
import { post } from '../trigger/deliveries.ts';
import { heardWorkflow, WORKFLOW } from './workflow.ts';

type Row = Record<string, unknown>;

/** A customer of the sandbox; `digits` is the number under which Meta knows them. */
export interface Person {
	id: string;
	name: string;
	digits: string;
}

/** A real n8n with a clock that can be moved on, and the sandbox in Meta's place. */
export interface Fixture {
	n8n: RunningN8n;
	sandboxUrl: string;
	clock: DemoClock;
	/** The sandbox's control API. */
	sandbox<T>(method: string, path: string, body?: object): Promise<T>;
	/** Somebody who has asked the business something, which is taken in and planned for when this returns. */
	somebody(name: string, phone: string): Promise<Person>;
	/** Posts a signed delivery of the sandbox's number to the trigger; it has to be taken. */
	deliver(field: string, value: object, withNumber?: boolean): Promise<void>;
	/** Seconds since 1970 by the clock, as WhatsApp writes them. */
	seconds(): string;
	conversationsOf(person: Person): Row[];
	followUpsOf(person: Person): Row[];
	/** Waits until a follow-up is planned for each of them. */
	planned(people: Person[]): Promise<void>;
	/** Moves the clock on and waits until nothing that is due is still to be sent or decided. */
	passes(hours: number): Promise<void>;
	/** What reached a customer from the product. */
	received(person: Person): Promise<string[]>;
	transcriptOf(person: Person): Row[];
	stop(): Promise<void>;
}

const NUMBER = { display_phone_number: '576015550100', phone_number_id: '210000000000001' };
const LIVE = ['scheduled', 'claimed', 'sending'];

export async function setUpFixture(
	log: (step: string) => void,
	workflow = heardWorkflow(),
): Promise<Fixture> {
	const [port = 0, sandboxPort = 0] = await freePorts(2);
	const userFolder = temporaryFolder('e2e-heard');
	const clock = new DemoClock({ folder: join(userFolder, 'clock') });
	const webhook = `http://127.0.0.1:${port}/webhook/${WORKFLOW}/webhook`;
	const sandbox = await startSandbox(sandboxPort, webhook, 'es', clock.env);
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, log, workflows: [workflow], env: clock.env },
		credentials: sandboxCredentials(sandbox.url),
	});
	await n8n.waitForActivation();
	const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
		const response = await fetch(`${sandbox.url}/api${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const answer = (await response.json()) as T;
		if (!response.ok) throw new Error(`${method} /api${path} was answered ${JSON.stringify(answer)}`);
		return answer;
	};
	const conversationsOf = ({ name }: Person): Row[] =>
		storedRows(userFolder, 'conversations').filter((row) => row.name === name);
	const ofThem = (rows: Row[], person: Person): Row[] => {
		const ids = conversationsOf(person).map(({ id }) => id);
		return rows.filter(({ conversation_id }) => ids.includes(conversation_id));
	};
	const followUpsOf = (person: Person): Row[] =>
		ofThem(storedRows(userFolder, 'scheduled_follow_ups'), person);
	const until = async (what: string, probe: () => boolean): Promise<void> =>
		void (await waitUntil({
			...{ what, seconds: 60, details: n8n.lastLines },
			probe: () => probe() || undefined,
		}));
	return {
		...{ n8n, sandboxUrl: sandbox.url, clock, sandbox: call, conversationsOf, followUpsOf },
		async somebody(name, phone) {
			const { id, waId } = await call<{ id: string; waId: string }>('POST', '/customers', {
				...{ name, phone, channel: 'whatsapp' },
			});
			await call('POST', `/customers/${id}/messages`, { text: 'Quisiera una cita', wait: true });
			return { id, name, digits: waId };
		},
		async deliver(field, value, withNumber = true) {
			const content = { ...(withNumber ? { metadata: NUMBER } : {}), ...value };
			const body = {
				object: 'whatsapp_business_account',
				entry: [
					{
						id: '200000000000001',
						changes: [{ field, value: { messaging_product: 'whatsapp', ...content } }],
					},
				],
			};
			const { status } = await post(webhook, JSON.stringify(body));
			if (status !== 200) throw new Error(`A delivery of ${field} was answered ${status}.`);
		},
		seconds: () => String(Math.floor(clock.now().getTime() / 1000)),
		planned: async (people) =>
			await until('a follow-up to be planned for everybody', () =>
				people.every((person) => followUpsOf(person).some(({ state }) => state === 'scheduled')),
			),
		async passes(hours) {
			await clock.advance(hours * 3_600_000);
			await until('everything that is due to be over', () =>
				storedRows(userFolder, 'scheduled_follow_ups').every(
					({ state, due_at }) => !LIVE.includes(String(state)) || Number(due_at) > clock.now().getTime(),
				),
			);
		},
		async received({ id }) {
			const { messages } = await call<{ messages: { customer: string; via: string; text: string }[] }>(
				'GET',
				'/state',
			);
			return messages.filter(({ customer, via }) => customer === id && via === 'api').map(({ text }) => text);
		},
		transcriptOf: (person) => ofThem(storedRows(userFolder, 'messages'), person),
		async stop() {
			await Promise.all([n8n.stop(), sandbox.process.stop()]);
		},
	};
}

/** A change of owner as it comes without `metadata`: the number of the business stands in `recipient`. */
export function ownerChange(
	{ digits }: Person,
	type: 'control_taken' | 'control_passed',
	timestamp: string,
): object {
	const roles =
		type === 'control_taken'
			? { previous_owner_role: 'escalation', new_owner_role: 'ai_agent' }
			: { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' };
	return { ...{ recipient: NUMBER, sender: { phone_number: digits } }, type, timestamp, [type]: roles };
}
