import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { Customers, type Sent } from './customers.ts';
import type { Fixture, Way } from './fixture.ts';
import { startsIn, type WorkflowStart } from './starts.ts';

/** n8n is up for so long before each of its ends, and after the last one. */
const UP_MS = 12_000;
/** After a start n8n has other things to do for a moment, and what waited comes first. */
const SETTLED_MS = 4_000;

/** A busy machine takes minutes for what came in while n8n was down. */
const PATIENCE_SECONDS = 300;

const part = (ok: boolean, found: string) => ({ ok, found });

/** Customers write all the time while n8n is stopped and started, killed and started, stopped and started. */
export async function restarts(fixture: Fixture, way: Way, log: (step: string) => void): Promise<Check> {
	const customers = new Customers(fixture.url, way);
	const up: { from: number; to: number }[] = [];
	const stayUp = async (from: number) => {
		await sleep(UP_MS);
		up.push({ from: from + SETTLED_MS, to: Date.now() - SETTLED_MS });
	};
	await stayUp(Date.now());
	for (const end of ['stop', 'kill9', 'stop'] as const) {
		await fixture.n8n[end]();
		log(`n8n was ended (${end}) after ${customers.sent.length} messages`);
		await fixture.startAgain();
		await stayUp(Date.now());
	}
	await customers.stop();
	const { sent } = customers;
	await waitUntil({
		...{ what: 'the workflow of each message to start', seconds: PATIENCE_SECONDS, everyMs: 1_000 },
		details: () => fixture.n8n.lastLines(),
		probe: async () => ((await fixture.waiting()) === 0 ? true : undefined),
		// The verdict tells what is missing.
	}).catch(() => undefined);
	await sleep(SETTLED_MS);
	return verdict({
		way,
		log,
		sent,
		starts: startsIn(fixture.userFolder, way),
		up,
		waiting: await fixture.waiting(),
	});
}

interface Seen {
	way: Way;
	log: (line: string) => void;
	sent: Sent[];
	starts: WorkflowStart[];
	/** When n8n was up and settled. */
	up: { from: number; to: number }[];
	/** How many events are left in the store. */
	waiting: number;
}

function verdict({ way, log, sent, starts, up, waiting }: Seen): Check {
	const times = new Map<string, number>();
	for (const { id } of starts) times.set(id, (times.get(id) ?? 0) + 1);
	const lost = sent.filter(({ id }) => !times.has(id)).length;
	const twice = [...times.values()].filter((count) => count > 1).length;
	const place = new Map(starts.map(({ id, execution }) => [id, execution]));
	const outOfOrder = [...Map.groupBy(sent, ({ from }) => from).values()].flatMap((own) =>
		// What did not start at all is counted as lost.
		own
			.flatMap(({ id }) => place.get(id) ?? [])
			.filter((execution, at, all) => at > 0 && execution < (all[at - 1] as number)),
	).length;
	const startedAt = new Map(starts.map(({ id, at }) => [id, at]));
	const waits = sent
		.filter(({ at }) => up.some(({ from, to }) => at >= from && at <= to))
		.flatMap(({ id, at }) => (startedAt.has(id) ? [(startedAt.get(id) as number) - at] : []))
		.sort((a, b) => a - b);
	const quantile = (share: number) =>
		waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? NaN;
	const [p50, p99] = [quantile(0.5), quantile(0.99)];
	// How fast is the machine's affair; wanted are 100 ms and a second.
	log(`${way}: from message to start, n8n being up: p50 ${p50} ms, p99 ${p99} ms (${waits.length} messages)`);
	const repeated = sent.filter(({ deliveries }) => deliveries > 1).length;
	return check(
		`${way}: messages every 200 ms through three ends of n8n start their workflows once, in order`,
		[
			part(lost === 0, `${sent.length} messages, ${lost} lost`),
			part(twice === 0, `${twice} started twice`),
			part(outOfOrder === 0, `${outOfOrder} before an earlier one of the same customer`),
			part(waiting === 0, `${waiting} left in the store`),
			part(way === 'ownPort' || repeated === 0, `${repeated} delivered more than once`),
		],
	);
}
