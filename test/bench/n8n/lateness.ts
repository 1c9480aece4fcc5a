import { CliError } from '../../../harness/shared/cli-error.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Bench } from '../bench.ts';
import { percentile } from '../statistics.ts';
import type { Arm } from './arm.ts';
import { DUE, type Arms } from './arms.ts';
import { pendInBatches, pendInCopies, type MakePending, type PendingBytes } from './pending.ts';
import type { Person } from './sandbox-client.ts';

const MINUTE_MS = 60_000;
/** n8n's look at waiting executions, once a minute, finds what is due within 70 s and sets an exact timer for it. */
const AHEAD_MS = { wait: 65_000, store: 2 * DUE.intervalSeconds * 1000 };
/**
 * So long after the last was due the bench waits for those that are not sent yet. Resumed all at once, 2,000 waiting
 * executions wait for n8n's one writing connection to SQLite. On a busy machine, of 862 that had ended after 5 minutes, 296
 * had failed with "Timeout waiting for lock SqliteWriteConnectionMutex" (2026-11-28): their follow-ups are never sent.
 */
const PATIENCE_MS = 180_000;
const PROBE_MS = 2_000;
/** What has been claimed is in no execution yet for a moment: one look that finds nothing to do is not enough. */
const IDLE_PROBES = 10;

/** Thousands of follow-ups pending at once: what one of them takes up, and how late they go when all are due in one minute. */
export async function measureLateness(bench: Bench, arms: Arms<'handBest' | 'oursInBatches'>): Promise<void> {
	const count = bench.scaled(2_000, 40);
	const hand = await pendAndSend(bench, arms.handBest, count, pendInCopies);
	// What is left of it must not take processor time from the other.
	await arms.handBest.stop();
	const ours = await pendAndSend(bench, arms.oursInBatches, count, pendInBatches);
	bench.keep('lateness, ours', ours.late);
	bench.keep('lateness, theirs', hand.late);
	bench.figure({
		...{ name: 'database bytes per pending follow-up', unit: 'bytes', runs: 1 },
		...{ value: ours.pendingBytes, against: hand.pendingBytes, ratio: hand.pendingBytes / ours.pendingBytes },
		target: { atLeast: 5, of: 'ratio' },
		note: `of ${ours.measured} and ${hand.measured} pending ones; the plan and its log with their indexes, against a waiting execution`,
	});
	bench.figure({
		...{ name: 'database bytes per conversation with a pending follow-up', unit: 'bytes', runs: 1 },
		...{ value: ours.bytes, against: hand.bytes, ratio: hand.bytes / ours.bytes },
		note: `of ${ours.measured} and ${hand.measured} pending ones; everything that message, answer and two statuses left in all databases`,
	});
	bench.figure({
		...{ name: `follow-ups sent of ${count} due in a minute`, unit: 'messages', runs: 1 },
		...{ value: count - ours.unsent, against: count - hand.unsent },
		target: { atLeast: count, of: 'value' },
		note: `within ${PATIENCE_MS / 1000} s after the last was due; against Wait`,
	});
	for (const share of [0.5, 0.99]) {
		const [own, theirs] = [percentile(ours.late, share) / 1000, percentile(hand.late, share) / 1000];
		bench.figure({
			...{ name: `lateness p${share * 100} with ${count} due in a minute`, unit: 's', runs: 1 },
			...{ value: own, against: theirs, ratio: theirs / own },
			...(share === 0.99 ? { target: { atLeast: 1, of: 'ratio' } as const } : {}),
			note: `until the sandbox has the message, or until the bench stops waiting (ours ${ours.unsent}, Wait ${hand.unsent} times); against Wait`,
		});
	}
	const { busySeconds, longestSeconds } = arms.oursInBatches.files.work();
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

interface Sent extends PendingBytes {
	/** Milliseconds that each was late; of one that was not sent, until the bench stopped waiting for it. */
	late: number[];
	unsent: number;
}

async function pendAndSend(bench: Bench, arm: Arm, count: number, makePending: MakePending): Promise<Sent> {
	const { sandbox, files } = arm;
	const people = new Map<string, Person>();
	for (let index = 0; index < count; index++) {
		const one = await sandbox.customer(600_000 + index);
		people.set(one.phone, one);
	}
	// What the business answers is not held up by the limit of its number, as it would not be over hours.
	await sandbox.settings({ throughputPerSecond: 100_000 });
	const pending = await makePending(arm, [...people.values()]);
	await sandbox.settings({ throughputPerSecond: 80 });
	const before = new Set((await sandbox.sent()).map(({ id }) => id));
	const sent = async () => (await sandbox.sent()).filter(({ id }) => !before.has(id));
	const dueOf = setDue(arm, people);
	bench.log(`${arm.name}: ${dueOf.size} follow-ups are pending and will be due in one minute`);
	const lastDue = Math.max(...dueOf.values());
	let idle = 0;
	await sandbox.batching(async () => {
		await waitUntil({
			what: `${arm.name} to send ${count} follow-ups`,
			...{ seconds: 900, everyMs: PROBE_MS, details: arm.n8n.lastLines },
			probe: async () => {
				if ((await sent()).length >= count) return true;
				if (Date.now() > lastDue + PATIENCE_MS) return true;
				const { busy, waiting } = files.executions();
				idle = Date.now() > lastDue && busy + waiting + files.scheduled() === 0 ? idle + 1 : 0;
				return idle >= IDLE_PROBES || undefined;
			},
		});
	});
	const stopped = Date.now();
	const messages = await sent();
	const sentAt = new Map(messages.map(({ customer, at }) => [customer ?? '', Date.parse(at)]));
	if (sentAt.size !== messages.length)
		throw new CliError(`${arm.name}: ${messages.length} messages went to ${sentAt.size} customers`);
	const late = [...dueOf].map(([customer, due]) => (sentAt.get(customer) ?? stopped) - due);
	const unsent = count - sentAt.size;
	const { failed } = files.executions();
	bench.log(`${arm.name}: ${sentAt.size} are sent; ${failed} executions failed`);
	if (unsent === 0) await arm.quiet();
	return { ...pending, late, unsent };
}

/** Spreads what is pending evenly over one minute; returns when each customer's follow-up is due. */
function setDue({ name, files }: Arm, people: Map<string, Person>): Map<string, number> {
	const waiting = files.waitingFor().filter(({ phone }) => people.has(`+${phone}`));
	const isHand = waiting.length > 0;
	const scheduled = isHand ? [] : files.scheduledFor().filter(({ phone }) => people.has(`+${phone}`));
	const phones = (isHand ? waiting : scheduled).map(({ phone }) => `+${phone}`);
	if (phones.length !== people.size)
		throw new CliError(`${name}: ${phones.length} follow-ups of ${people.size} customers are pending`);
	const first = Date.now() + (isHand ? AHEAD_MS.wait : AHEAD_MS.store);
	const times = phones.map((_, index) => first + Math.round((index * MINUTE_MS) / phones.length));
	files.resumeAt(waiting.map(({ id }, index) => ({ id, at: times[index] as number })));
	if (!isHand) files.dueAt(scheduled.map(({ id }, index) => ({ id, at: times[index] as number })));
	files.markWork();
	return new Map(phones.map((phone, index) => [people.get(phone)?.id ?? '', times[index] as number]));
}
