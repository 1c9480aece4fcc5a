import { Trouble } from '../../../scripts/shared/trouble.ts';
import { waitUntil } from '../../../scripts/shared/wait-until.ts';
import type { Bench } from '../bench.ts';
import { percentile } from '../statistics.ts';
import type { Arm } from './arm.ts';
import { DUE, type Arms } from './arms.ts';
import { forEach } from './at-once.ts';
import { TALK } from './product.ts';
import type { Person } from './sandbox-client.ts';

const PARALLEL = 8;
const MINUTE_MS = 60_000;
/** n8n's look at waiting executions, once a minute, finds what is due within 70 s and sets an exact timer for it. */
const AHEAD_MS = 75_000;
const DRAINED_WITHIN_SECONDS = 420;

/** Thousands of follow-ups pending at once: what one of them takes up, and how late they go when all are due in one minute. */
export async function measureLateness(bench: Bench, arms: Arms<'handBest' | 'oursInBatches'>): Promise<void> {
	const count = bench.scaled(2_000, 40);
	const hand = await pendAndSend(bench, arms.handBest, count);
	const ours = await pendAndSend(bench, arms.oursInBatches, count);
	bench.keep('lateness, ours', ours.late);
	bench.keep('lateness, theirs', hand.late);
	bench.figure({
		...{ name: 'database bytes per pending follow-up', unit: 'bytes', runs: 1 },
		...{ value: ours.pendingBytes, against: hand.pendingBytes, ratio: hand.pendingBytes / ours.pendingBytes },
		target: { atLeast: 5, of: 'ratio' },
		note: `${count} pending; the plan and its log with their indexes, against a waiting execution`,
	});
	bench.figure({
		...{ name: 'database bytes per conversation with a pending follow-up', unit: 'bytes', runs: 1 },
		...{ value: ours.bytes, against: hand.bytes, ratio: hand.bytes / ours.bytes },
		note: `${count} pending; everything that message, answer and two statuses left in all databases`,
	});
	for (const share of [0.5, 0.99]) {
		const [own, theirs] = [percentile(ours.late, share) / 1000, percentile(hand.late, share) / 1000];
		bench.figure({
			...{ name: `lateness p${share * 100} with ${count} due in a minute`, unit: 's', runs: 1 },
			...{ value: own, against: theirs, ratio: theirs / own },
			...(share === 0.99 ? { target: { atLeast: 1, of: 'ratio' } as const } : {}),
			note: 'until the sandbox has the message; against Wait',
		});
	}
	const { busySeconds, longestSeconds } = arms.oursInBatches.books.work();
	const bound = DUE.intervalSeconds + Math.max(0, busySeconds - MINUTE_MS / 1000) + longestSeconds;
	bench.figure({
		...{ name: 'lateness p99 within the interval and the time of the executions', unit: 's', runs: 1 },
		...{
			value: percentile(ours.late, 0.99) / 1000,
			target: { atMost: Number(bound.toFixed(1)), of: 'value' },
		},
		note: `interval ${DUE.intervalSeconds} s, executions ${busySeconds.toFixed(1)} s in all, the longest ${longestSeconds.toFixed(1)} s`,
	});
}

async function pendAndSend(
	bench: Bench,
	arm: Arm,
	count: number,
): Promise<{ bytes: number; pendingBytes: number; late: number[] }> {
	const { sandbox, books } = arm;
	const people = new Map<string, Person>();
	for (let index = 0; index < count; index++) {
		const one = await sandbox.customer(600_000 + index);
		people.set(one.phone, one);
	}
	const before = { bytes: books.bytes(), pending: books.pendingBytes() };
	const [question, answer] = TALK[0];
	await sandbox.settings({ throughputPerSecond: 100_000 });
	await forEach([...people.values()], PARALLEL, async (one) => {
		await sandbox.writes(one, question);
		await sandbox.businessAnswers(one, answer);
	});
	await sandbox.settings({ throughputPerSecond: 80 });
	await arm.quiet();
	const bytes = (books.bytes() - before.bytes) / count;
	const pendingBytes = (books.pendingBytes() - before.pending) / count;
	const sent = new Set((await sandbox.sent()).map(({ id }) => id));
	const dueOf = setDue(arm, people);
	bench.say(`${arm.name}: ${dueOf.size} follow-ups are pending and will be due in one minute`);
	await waitUntil({
		what: `${arm.name} to send ${count} follow-ups`,
		...{ seconds: DRAINED_WITHIN_SECONDS, everyMs: 2_000, details: arm.n8n.lastLines },
		probe: async () => (await sandbox.sent()).length >= sent.size + count || undefined,
	});
	await arm.quiet();
	const late = (await sandbox.sent())
		.filter(({ id }) => !sent.has(id))
		.map(({ customer, at }) => Date.parse(at) - (dueOf.get(customer ?? '') ?? NaN));
	return { bytes, pendingBytes, late };
}

/** Spreads what is pending evenly over one minute; returns when each customer's follow-up is due. */
function setDue({ name, books }: Arm, people: Map<string, Person>): Map<string, number> {
	const waiting = books.waitingFor().filter(({ phone }) => people.has(`+${phone}`));
	const isHand = waiting.length > 0;
	const scheduled = isHand ? [] : books.scheduledFor().filter(({ phone }) => people.has(`+${phone}`));
	const phones = (isHand ? waiting : scheduled).map(({ phone }) => `+${phone}`);
	if (phones.length !== people.size)
		throw new Trouble(`${name}: ${phones.length} follow-ups of ${people.size} customers are pending`);
	const first = Date.now() + AHEAD_MS;
	const times = phones.map((_, index) => first + Math.round((index * MINUTE_MS) / phones.length));
	books.resumeAt(waiting.map(({ id }, index) => ({ id, at: times[index] as number })));
	if (!isHand) books.dueAt(scheduled.map(({ id }, index) => ({ id, at: times[index] as number })));
	books.markWork();
	return new Map(phones.map((phone, index) => [people.get(phone)?.id ?? '', times[index] as number]));
}
