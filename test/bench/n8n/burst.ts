import pLimit from 'p-limit';
import { SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';
import { CliError } from '../../../harness/shared/cli-error.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { customerMessage, status } from '../../../sandbox/meta/payloads/whatsapp.ts';
import { metaJson, signatureOf } from '../../../sandbox/meta/signature.ts';
import { world } from '../../../sandbox/world.ts';
import type { Arm } from './arm.ts';

/** What a burst of deliveries took. */
export interface Burst {
	perSecond: number;
	/** Processor time of n8n for each delivery. */
	cpuMs: number;
}

/** Meta delivers in parallel; more at once than this only queue up in n8n's own socket. */
const PARALLEL = 16;

let made = 0;

/** Webhook bodies with one customer message each, every customer new. */
export function messageBodies(count: number): string[] {
	return Array.from({ length: count }, () => {
		const { customer, id } = somebody();
		const content = { type: 'text', text: { body: 'Hi, I would like an appointment' } };
		return body(customerMessage(customer, id, Date.now(), content));
	});
}

/** Webhook bodies with one status each: sent, delivered and read of messages that another program sent. */
export function statusBodies(count: number): string[] {
	const states = ['sent', 'delivered', 'read'];
	let message = somebody();
	return Array.from({ length: count }, (_, index) => {
		if (index % states.length === 0) message = somebody();
		const { customer, id, phone } = message;
		const recorded = { id } as Parameters<typeof status>[0];
		const state = states[index % states.length] as string;
		return body(status(recorded, { phone, customer }, state, Date.now(), {}));
	});
}

/**
 * Delivers the bodies as fast as they are answered and waits until the executions they started are over; all of that is the
 * time they took.
 */
export async function burst(
	arm: Arm,
	url: string,
	bodies: string[],
	startsExecutions: boolean,
): Promise<Burst> {
	const before = arm.files.executions().all;
	const cpuBefore = await arm.cpu();
	const started = performance.now();
	await pLimit(PARALLEL).map(bodies, async (text) => await post(url, text));
	if (startsExecutions) {
		await waitUntil({
			what: `${arm.name} to have run ${bodies.length} executions`,
			...{ seconds: 120, everyMs: 20, details: arm.n8n.lastLines },
			probe: () => {
				const { all, busy } = arm.files.executions();
				return (all >= before + bodies.length && busy === 0) || undefined;
			},
		});
	}
	const seconds = (performance.now() - started) / 1000;
	const cpu = (await arm.cpu()) - cpuBefore;
	return { perSecond: bodies.length / seconds, cpuMs: (cpu * 1000) / bodies.length };
}

async function post(url: string, text: string): Promise<void> {
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-hub-signature-256': signatureOf(text, SANDBOX_SECRETS.appSecret),
		},
		body: text,
	});
	if (response.status !== 200)
		throw new CliError(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
	await response.arrayBuffer();
}

function somebody() {
	const number = String(++made).padStart(8, '0');
	const phone = `+5739${number}`;
	const customer: Parameters<typeof customerMessage>[0] = {
		...{ id: `b${number}`, name: `Eva ${made}`, channel: 'whatsapp', phone, contactId: phone.slice(1) },
		...{ userId: `CO.9${number}`, createdAt: '' },
	};
	return { customer, phone, id: `wamid.bench${process.pid}x${number}` };
}

function body({ object, field, change }: ReturnType<typeof customerMessage>): string {
	return metaJson({ object, entry: [{ id: world.whatsapp.account, changes: [{ value: change, field }] }] });
}
