import { setTimeout as sleep } from 'node:timers/promises';
import type { Timing } from '../demo/template.ts';
import type { RunningN8n } from '../n8n/start.ts';
import { CliError } from '../shared/cli-error.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { CHECK_NAMES, check, type Check } from './checks.ts';
import type { LedgerMessage, Customer, SandboxClient } from './sandbox-client.ts';
import type { SmokeTexts } from './texts.ts';
import { storedWith } from './store-file.ts';

/** How much later than due a follow-up may arrive on a busy machine. */
const LATENESS_SECONDS = 25;
/** Long enough for a webhook to go through, short against the delay of the follow-up. */
const BETWEEN_MESSAGES_MS = 1_500;

/** What a check of the smoke works with. */
export interface Setup {
	sandbox: SandboxClient;
	n8n: RunningN8n;
	texts: SmokeTexts;
	timing: Timing;
	log: (step: string) => void;
}

/** Runs three conversations side by side: one falls silent, one goes on, one ends with "stop". */
export async function checkConversations({ sandbox, n8n, texts, timing, log }: Setup): Promise<Check[]> {
	const [silent, replying, stopping] = await Promise.all([
		sandbox.customer('Ana', '+573001110001'),
		sandbox.customer('Bruno', '+573001110002'),
		sandbox.customer('Carla', '+573001110003'),
	]);
	const all = [silent, replying, stopping];
	await Promise.all(
		all.map(async (customer) => await sandbox.customerWrites(customer, texts.request(customer.name))),
	);
	log('Ana, Bruno and Carla ask about an appointment');
	await requireStored(
		n8n,
		all.map(({ name }) => texts.request(name)),
	);
	await Promise.all(all.map(async (customer) => await sandbox.businessAnswers(customer, texts.answer)));
	log('the business answers each of them');
	await sleep(BETWEEN_MESSAGES_MS);
	await Promise.all([
		sandbox.customerWrites(replying, texts.confirmation),
		sandbox.customerWrites(stopping, texts.refusal),
	]);
	const lastWordAt = performance.now();
	log(`Bruno writes "${texts.confirmation}", Carla writes "${texts.refusal}", Ana stays silent`);

	const arrived = await arrival(sandbox, silent, timing);
	log(arrived ? `a follow-up arrives at Ana's: "${arrived.text}"` : "no follow-up has arrived at Ana's");
	// As long as the others would have needed, and Ana for a second one.
	const quietMs =
		(timing.delaySeconds + 2 * timing.dueIntervalSeconds) * 1000 - (performance.now() - lastWordAt);
	await sleep(Math.max(quietMs, 2 * timing.dueIntervalSeconds * 1000));
	log('enough time has passed for anything that should not have come');

	const { messages, refusals, violations = [] } = await sandbox.ledger();
	const rules = {
		ok: violations.length === 0 && refusals.length === 0,
		found: `the sandbox refused ${refusals.length} and objects to ${violations.length} messages${[...refusals.map((r) => ` (${r.code} ${r.message})`), ...violations.map((v) => ` (${v.kind} ${v.details})`)].join('')}`,
	};
	return [
		check(CHECK_NAMES.silence, [sentTo(silent, messages, 1), rules]),
		check(CHECK_NAMES.reply, [sentTo(replying, messages, 0), heard(n8n, texts.confirmation)]),
		check(CHECK_NAMES.stop, [sentTo(stopping, messages, 0), heard(n8n, texts.refusal)]),
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
	timing: Timing,
): Promise<LedgerMessage | undefined> {
	try {
		return await waitUntil({
			what: `a follow-up for ${customer.name}`,
			seconds: timing.delaySeconds + timing.dueIntervalSeconds + LATENESS_SECONDS,
			everyMs: 500,
			probe: async () =>
				received(customer, (await sandbox.ledger()).messages).find(({ states }) => states.delivered),
		});
	} catch (error) {
		// Its absence is a finding of the smoke, not the end of it.
		if (error instanceof CliError) return undefined;
		throw error;
	}
}

function received({ id }: Customer, messages: LedgerMessage[]): LedgerMessage[] {
	return messages.filter(({ customer, via }) => customer === id && via === 'api');
}

function sentTo(customer: Customer, messages: LedgerMessage[], expected: number) {
	const found = received(customer, messages).filter(({ states }) => !states.failed).length;
	return {
		ok: found === expected,
		found: `${customer.name} received ${found} follow-ups (expected ${expected})`,
	};
}

/** Without this, "none came" would also be true if the message had never been heard. */
function heard(n8n: RunningN8n, text: string) {
	return {
		ok: storedWith(n8n.userFolder, text) > 0,
		found: `"${text}" is in the store ${storedWith(n8n.userFolder, text)} times (at least once is right)`,
	};
}
