import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from '../demo/template.ts';
import type { RunningN8n } from '../n8n/start.ts';
import { CliError } from '../shared/cli-error.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { CLAIM_NAMES, claim, type Claim } from './claims.ts';
import type { BookedMessage, Customer, SandboxClient } from './sandbox-client.ts';
import type { Scene } from './scene.ts';
import { storedWith } from './store-file.ts';

/** How much later than due a follow-up may arrive on a busy machine. */
const LATENESS_SECONDS = 25;
/** Long enough for a webhook to go through, short against the delay of the follow-up. */
const BETWEEN_MESSAGES_MS = 1_500;

/** What a scene of the smoke is played with. */
export interface Play {
	sandbox: SandboxClient;
	n8n: RunningN8n;
	scene: Scene;
	pace: Pace;
	say: (step: string) => void;
}

/** Plays three conversations side by side: one falls silent, one goes on, one ends with "stop". */
export async function playConversations({ sandbox, n8n, scene, pace, say }: Play): Promise<Claim[]> {
	const [silent, replying, stopping] = await Promise.all([
		sandbox.customer('Ana', '+573001110001'),
		sandbox.customer('Bruno', '+573001110002'),
		sandbox.customer('Carla', '+573001110003'),
	]);
	const all = [silent, replying, stopping];
	await Promise.all(
		all.map(async (customer) => await sandbox.customerWrites(customer, scene.request(customer.name))),
	);
	say('Ana, Bruno and Carla ask about an appointment');
	await requireStored(
		n8n,
		all.map(({ name }) => scene.request(name)),
	);
	await Promise.all(all.map(async (customer) => await sandbox.businessAnswers(customer, scene.answer)));
	say('the business answers each of them');
	await sleep(BETWEEN_MESSAGES_MS);
	await Promise.all([
		sandbox.customerWrites(replying, scene.confirmation),
		sandbox.customerWrites(stopping, scene.refusal),
	]);
	const lastWordAt = performance.now();
	say(`Bruno writes "${scene.confirmation}", Carla writes "${scene.refusal}", Ana stays silent`);

	const arrived = await arrival(sandbox, silent, pace);
	say(arrived ? `a follow-up arrives at Ana's: "${arrived.text}"` : "no follow-up has arrived at Ana's");
	// As long as the others would have needed, and Ana for a second one.
	const quietMs = (pace.delaySeconds + 2 * pace.dueIntervalSeconds) * 1000 - (performance.now() - lastWordAt);
	await sleep(Math.max(quietMs, 2 * pace.dueIntervalSeconds * 1000));
	say('enough time has passed for anything that should not have come');

	const { messages, refusals, violations = [] } = await sandbox.books();
	const rules = {
		ok: violations.length === 0 && refusals.length === 0,
		says: `the sandbox refused ${refusals.length} and objects to ${violations.length} messages${[...refusals.map((r) => ` (${r.code} ${r.message})`), ...violations.map((v) => ` (${v.kind} ${v.details})`)].join('')}`,
	};
	return [
		claim(CLAIM_NAMES.silence, [sentTo(silent, messages, 1), rules]),
		claim(CLAIM_NAMES.reply, [sentTo(replying, messages, 0), heard(n8n, scene.confirmation)]),
		claim(CLAIM_NAMES.stop, [sentTo(stopping, messages, 0), heard(n8n, scene.refusal)]),
	];
}

async function requireStored(n8n: RunningN8n, texts: string[]): Promise<void> {
	await waitUntil({
		what: 'the messages of the customers to be in the store',
		seconds: 15,
		details: n8n.lastLines,
		probe: () => texts.every((text) => storedWith(n8n.userFolder, text) > 0) || undefined,
	});
}

async function arrival(
	sandbox: SandboxClient,
	customer: Customer,
	pace: Pace,
): Promise<BookedMessage | undefined> {
	try {
		return await waitUntil({
			what: `a follow-up for ${customer.name}`,
			seconds: pace.delaySeconds + pace.dueIntervalSeconds + LATENESS_SECONDS,
			everyMs: 500,
			probe: async () =>
				received(customer, (await sandbox.books()).messages).find(({ states }) => states.delivered),
		});
	} catch (error) {
		// Its absence is a finding of the smoke, not the end of it.
		if (error instanceof CliError) return undefined;
		throw error;
	}
}

function received({ id }: Customer, messages: BookedMessage[]): BookedMessage[] {
	return messages.filter(({ customer, via }) => customer === id && via === 'api');
}

function sentTo(customer: Customer, messages: BookedMessage[], expected: number) {
	const found = received(customer, messages).filter(({ states }) => !states.failed).length;
	return {
		ok: found === expected,
		says: `${customer.name} received ${found} follow-ups (expected ${expected})`,
	};
}

/** Without this, "none came" would also be true if the message had never been heard. */
function heard(n8n: RunningN8n, text: string) {
	return {
		ok: storedWith(n8n.userFolder, text) > 0,
		says: `"${text}" is in the store ${storedWith(n8n.userFolder, text)} times (at least once is right)`,
	};
}
