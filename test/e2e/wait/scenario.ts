import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Database } from '../../crash/databases.ts';
import type { Fixture, Writer } from './fixture.ts';
import { WORKFLOWS } from './workflows.ts';

/** The delay, n8n's minute between two looks for waiting runs, and a machine under load. */
const LIMIT_SECONDS = 240;
const START_LIMIT_SECONDS = 60;
const LIVE = ['scheduled', 'claimed', 'sending'];

/** Who wrote, and what was seen on the way. */
export interface Outcome {
	silent: Writer;
	repliedSoon: Writer;
	bereft: Writer;
	onPostgres?: Writer;
	/** The run that waits for the one who replied. */
	cancelledRun: string;
	/** How many runs n8n had saved as waiting before it was started anew. */
	waiting: number;
	deletedRun: string;
}

/** Everybody writes and is silent; one writes again, one's waiting run is deleted, and n8n is started anew. */
export async function runScenario(fixture: Fixture, log: (step: string) => void): Promise<Outcome> {
	const { onItsOwn, rescued, postgres } = WORKFLOWS;
	const silent = await fixture.newWriter(onItsOwn, 'Ana');
	await waitingRuns(fixture, onItsOwn, 1);
	const repliedSoon = await fixture.newWriter(onItsOwn, 'Ben');
	const cancelledRun = (await waitingRuns(fixture, onItsOwn, 2)).at(-1) as string;
	const bereft = await fixture.newWriter(rescued, 'Cleo');
	const deletedRun = (await waitingRuns(fixture, rescued, 1))[0] as string;
	const onPostgres = fixture.postgres && (await fixture.newWriter(postgres, 'Dora'));
	if (onPostgres) await waitingRuns(fixture, postgres, 1);
	const waiting = [onItsOwn, rescued, postgres]
		.flatMap((one) => fixture.executions(one))
		.filter(({ status }) => status === 'waiting').length;
	log(`${waiting} runs wait, saved by n8n`);

	await fixture.write(onItsOwn, repliedSoon, 'And on Friday?');
	const rest = await fixture.n8n().login();
	await rest('/rest/executions/delete', { method: 'POST', body: JSON.stringify({ ids: [deletedRun] }) });
	log('one customer has written again, one waiting run is deleted; n8n is started anew');
	await fixture.restart();

	await settled(fixture, fixture.embedded, silent, bereft, repliedSoon);
	if (onPostgres) await settled(fixture, fixture.postgres as Database, onPostgres);
	await waitUntil({
		...{ what: 'the run of the customer who wrote again to end', seconds: LIMIT_SECONDS, everyMs: 1_000 },
		details: fixture.n8n().lastLines,
		probe: () =>
			fixture
				.executions(onItsOwn)
				.find(
					({ id, stoppedAt, status }) =>
						String(id) === cancelledRun && stoppedAt !== null && status !== 'waiting',
				),
	});
	return {
		silent,
		repliedSoon,
		bereft,
		cancelledRun,
		waiting,
		deletedRun,
		...(onPostgres ? { onPostgres } : {}),
	};
}

async function waitingRuns(fixture: Fixture, workflow: string, count: number): Promise<string[]> {
	return await waitUntil({
		...{ what: `${count} runs of ${workflow} to wait`, seconds: START_LIMIT_SECONDS },
		details: fixture.n8n().lastLines,
		probe: () => {
			const ids = fixture
				.executions(workflow)
				.filter(({ status }) => status === 'waiting')
				.map(({ id }) => String(id));
			return ids.length === count ? ids : undefined;
		},
	});
}

/** Waits until the first follow-up of each is over. */
async function settled(fixture: Fixture, database: Database, ...writers: Writer[]): Promise<void> {
	await waitUntil({
		...{
			what: 'the follow-ups to be over',
			seconds: LIMIT_SECONDS,
			everyMs: 1_000,
			details: fixture.n8n().lastLines,
		},
		probe: async () => {
			fixture.n8n().assertRunning();
			// One after the other: two connections of one process to one SQLite file would wait for each other.
			for (const writer of writers) {
				const [followUp] = await followUpsOf(database, writer);
				if (!followUp || LIVE.includes(followUp.state)) return undefined;
			}
			return true;
		},
	});
}

/** The follow-ups of a customer, the one that was planned first first. */
export async function followUpsOf(database: Database, { conversation }: Writer) {
	const rows = await database.use(async (store) => await store.list({ conversation }));
	return rows.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}
