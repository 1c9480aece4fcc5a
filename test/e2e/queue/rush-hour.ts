import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Person } from '../../crash/prefill.ts';
import type { QueueOptions } from './options.ts';
import type { Fixture } from './fixture.ts';

/** All come due, and the customers write, within so long. */
const SPAN_MS = 60_000;
/** The first are due when the test has had time to begin. */
const HEAD_START_MS = 2_000;
const LIMIT_SECONDS = 15 * 60;

/** What happened. */
export interface Rush {
	repliers: Person[];
	/** How many of those who wrote have a follow-up for their new silence. */
	plannedAgain: number;
	/** Seconds from the first due time to the last end. */
	seconds: number;
}

/** Lets the follow-ups come due evenly over a minute while customers write, and waits until all is over. */
export async function rushHour(
	fixture: Fixture,
	{ replies }: QueueOptions,
	log: (step: string) => void,
): Promise<Rush> {
	const { database, people, cluster } = fixture;
	const begin = Date.now() + HEAD_START_MS;
	await database.query(
		`update scheduled_follow_ups set due_at = $1::bigint + $2::bigint * (place.n - 1) / place.all_of_them
		from (select id, row_number() over (order by id) n, count(*) over () all_of_them from scheduled_follow_ups) place
		where place.id = scheduled_follow_ups.id`,
		[begin, SPAN_MS],
	);
	const repliers = people.filter(
		(_, n) => Math.floor((n * replies) / people.length) !== Math.floor(((n + 1) * replies) / people.length),
	);
	const writing = repliers.map(async ({ customer }, n) => {
		await sleep(HEAD_START_MS + (SPAN_MS * n) / repliers.length);
		await fixture.sandbox.call('POST', `/customers/${customer}/messages`, { text: 'And on Friday?' });
	});
	await Promise.all(writing);
	log(`${repliers.length} customers have written; waiting for the rest to end`);
	await waitUntil({
		...{ what: 'every follow-up and every delivery to be over', seconds: LIMIT_SECONDS, everyMs: 2_000 },
		details: cluster.lastLines,
		probe: async () => {
			cluster.assertRunning();
			const [left] = await database.query<{ count: string }>(
				`select count(*) from scheduled_follow_ups where id = any($1) and state in ('scheduled', 'claimed', 'sending')`,
				[people.map(({ followUp }) => followUp)],
			);
			if (Number(left?.count) > 0) return undefined;
			return (await plannedAgain(fixture, repliers)) === repliers.length || undefined;
		},
		// What is not over by then is for the verdict to name.
	}).catch((error: Error) => log(error.message));
	const seconds = (Date.now() - begin) / 1000;
	return { repliers, seconds, plannedAgain: await plannedAgain(fixture, repliers) };
}

async function plannedAgain({ database, people }: Fixture, repliers: Person[]): Promise<number> {
	const rows = await database.use(
		async (store) => await store.list({ states: ['scheduled'], limit: 100_000 }),
	);
	const old = new Set(people.map(({ followUp }) => followUp));
	const again = new Set(rows.filter(({ id }) => !old.has(id)).map(({ conversation }) => conversation));
	return repliers.filter(({ conversation }) => again.has(conversation)).length;
}
