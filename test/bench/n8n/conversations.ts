import { getEncoding } from 'js-tiktoken';
import pLimit from 'p-limit';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Bench } from '../bench.ts';
import type { Arm } from './arm.ts';
import type { Arms } from './arms.ts';
import { DELAY_MS } from './life.ts';
import { CONVERSATION } from './product.ts';
import type { ModelCall } from './sandbox-client.ts';

const encoding = getEncoding('o200k_base');

/** Model tokens of conversations with six customer messages each: asked about each message, or once when it is due. */
export async function measureTokens(bench: Bench, arms: Arms<'handBest' | 'ours'>): Promise<void> {
	const customers = bench.scaled(4, 2);
	const ours: number[] = [];
	const perMessage: number[] = [];
	const byHand: number[] = [];
	for (let run = 0; run < bench.size.runs; run++) {
		const first = 500_000 + 1_000 * run;
		// Tokens are counted, not timed, so the two may run at the same time.
		const [hand, own] = await Promise.all([
			callsDuring(arms.handBest, async () => await conversation(arms.handBest, customers, first)),
			callsDuring(arms.ours, async () => {
				await conversation(arms.ours, customers, first);
				arms.ours.files.letTimePass(DELAY_MS);
				await waitUntil({
					...{ what: 'the follow-ups to be decided', seconds: 60, details: arms.ours.n8n.lastLines },
					probe: () => arms.ours.files.scheduled() === 0 || undefined,
				});
				await arms.ours.quiet();
			}),
		]);
		ours.push(sum(own.map(tokensOf)) / customers);
		perMessage.push(sum(own.flatMap(askedPerMessage).map(tokensOf)) / customers);
		byHand.push(sum(hand.map(tokensOf)) / customers);
		bench.log(`tokens: run ${run + 1} of ${bench.size.runs}`);
	}
	bench.compared(
		{
			...{ name: 'model tokens per conversation', unit: 'tokens', target: { atLeast: 5, of: 'ratio' } },
			note: `${CONVERSATION.length} customer messages, then silence; o200k_base, requests and answers; against the same question asked at each message`,
		},
		{ ours, theirs: perMessage, over: 'theirs' },
	);
	bench.compared(
		{
			...{ name: 'model tokens per conversation, against by hand', unit: 'tokens' },
			note: `the same conversations; against the one short question that the hand-made workflow asks at each message, without schema, times and texts`,
		},
		{ ours, theirs: byHand, over: 'theirs' },
	);
}

async function conversation(arm: Arm, customers: number, first: number): Promise<void> {
	const people = await Promise.all(
		Array.from({ length: customers }, async (_, index) => await arm.sandbox.customer(first + index)),
	);
	for (const [question, answer] of CONVERSATION) {
		await pLimit(customers).map(people, async (one) => {
			await arm.sandbox.writes(one, question);
			await arm.sandbox.businessAnswers(one, answer);
		});
		// The hand-made workflow reads its table and writes it back: the next message must not overtake.
		await arm.quiet();
	}
}

async function callsDuring(arm: Arm, work: () => Promise<void>): Promise<ModelCall[]> {
	const last = (await arm.sandbox.modelCalls()).at(-1)?.id ?? 0;
	await work();
	return (await arm.sandbox.modelCalls()).filter(({ id }) => id > last);
}

/** Our question as it would have been asked after each message of the customer, with what had been said until then. */
function askedPerMessage({ request, ...call }: ModelCall): ModelCall[] {
	const { messages } = request;
	const question = messages.at(-1);
	const document = JSON.parse(String(question?.content)) as { transcript: { from: string }[] };
	const ends = document.transcript.flatMap(({ from }, index) => (from === 'customer' ? [index + 1] : []));
	return ends.map((end) => {
		const content = JSON.stringify({ ...document, transcript: document.transcript.slice(0, end) });
		return {
			...call,
			request: { ...request, messages: [...messages.slice(0, -1), { ...question, content }] },
		};
	});
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** Everything that is billed: the messages, the schema that is sent along, and the answer. */
function tokensOf({ request, answer }: ModelCall): number {
	const { messages, response_format: format } = request;
	const texts = [
		...messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))),
		...(format ? [JSON.stringify(format)] : []),
		...(answer.choices ?? []).map(({ message }) => message.content ?? ''),
	];
	return sum(texts.map((text) => encoding.encode(text).length));
}
