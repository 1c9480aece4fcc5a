import pLimit from 'p-limit';
import { CliError } from '../../../harness/shared/cli-error.ts';
import type { Arm } from './arm.ts';
import { CONVERSATION } from './product.ts';
import type { Waiting } from './copy-waiting.ts';
import type { Person } from './sandbox-client.ts';

const PARALLEL = 8;
/** As many as it takes to see what one takes up: it is 12 KB, and a page more or less among all of them is 20 bytes. */
const ONE_BY_ONE = 200;
const [QUESTION, ANSWER] = CONVERSATION[0];

/** Bytes that each of the measured ones takes up, in all and of the pending follow-up alone. */
export interface PendingBytes {
	measured: number;
	bytes: number;
	pendingBytes: number;
}

/** Lets each of these customers write and the business answer them, so that each has a follow-up pending. */
export type MakePending = (arm: Arm, people: readonly Person[]) => Promise<PendingBytes>;

/**
 * Ours: the webhooks come as ever, but with many updates in each, so that n8n's part of a webhook is not paid for each; it
 * leaves nothing behind. The first message comes alone: its execution registers the chatbot that plans the others.
 */
export const pendInBatches: MakePending = async (arm, people) => {
	const [first, ...others] = people;
	return await measured(arm, people, async () => {
		await write(arm, first ? [first] : []);
		await arm.quiet();
		await arm.sandbox.batching(async () => void (await write(arm, others)));
		await answer(arm, people);
	});
};

/**
 * By hand: each message starts an execution with a call of the model in it; with the statuses, 2,000 took 7 minutes of a
 * machine with two cores. So n8n makes the first ones, which are measured, and the others wait in copies of one of them; the
 * sandbox has their messages in its ledger.
 */
export const pendInCopies: MakePending = async (arm, people) => {
	const { sandbox, files } = arm;
	const [forReal, others] = [people.slice(0, ONE_BY_ONE), people.slice(ONE_BY_ONE)];
	let made: Waiting[] = [];
	const found = await measured(arm, forReal, async () => {
		made = await write(arm, forReal);
		await answer(arm, forReal);
	});
	const [original] = made;
	if (!original) throw new CliError(`${arm.name}: there are no customers`);
	let copies: Waiting[] = [];
	await sandbox.withoutWebhooks(async () => {
		copies = await write(arm, others);
		await answer(arm, others);
	});
	files.copyWaiting(original, copies);
	return found;
};

/** They write, several at a time; gives what tells one from the other in n8n. */
async function write({ sandbox }: Arm, people: readonly Person[]): Promise<Waiting[]> {
	const written: Waiting[] = [];
	await pLimit(PARALLEL).map(people, async (person) => {
		written.push({ ...person, messageId: await sandbox.writes(person, QUESTION) });
	});
	return written;
}

/** They are answered once their messages have arrived; the statuses of it share webhooks. */
async function answer(arm: Arm, people: readonly Person[]): Promise<void> {
	await arm.quiet();
	await arm.sandbox.batching(async () => {
		await pLimit(PARALLEL).map(people, async (one) => await arm.sandbox.businessAnswers(one, ANSWER));
	});
}

async function measured(
	arm: Arm,
	people: readonly Person[],
	work: () => Promise<void>,
): Promise<PendingBytes> {
	const { files } = arm;
	const before = { bytes: files.bytes(), pending: files.pendingBytes() };
	await work();
	await arm.quiet();
	const each = (bytes: number) => bytes / people.length;
	return {
		measured: people.length,
		bytes: each(files.bytes() - before.bytes),
		pendingBytes: each(files.pendingBytes() - before.pending),
	};
}
