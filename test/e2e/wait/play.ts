import { waitUntil } from '../../../harness/shared/wait-until.ts';
import type { Database } from '../../crash/databases.ts';
import type { Stage, Writer } from './stage.ts';
import { WORKFLOWS } from './workflows.ts';

/** The delay, n8n's minute between two looks for waiting runs, and a machine under load. */
const LIMIT_SECONDS = 240;
const START_LIMIT_SECONDS = 60;
const LIVE = ['scheduled', 'claimed', 'sending'];

/** Who wrote, and what was seen on the way. */
export interface Played {
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
export async function play(stage: Stage, say: (step: string) => void): Promise<Played> {
	const { alone, rescued, postgres } = WORKFLOWS;
	const silent = await stage.newWriter(alone, 'Ana');
	await waitingRuns(stage, alone, 1);
	const repliedSoon = await stage.newWriter(alone, 'Ben');
	const cancelledRun = (await waitingRuns(stage, alone, 2)).at(-1) as string;
	const bereft = await stage.newWriter(rescued, 'Cleo');
	const deletedRun = (await waitingRuns(stage, rescued, 1))[0] as string;
	const onPostgres = stage.postgres && (await stage.newWriter(postgres, 'Dora'));
	if (onPostgres) await waitingRuns(stage, postgres, 1);
	const waiting = [alone, rescued, postgres]
		.flatMap((one) => stage.executions(one))
		.filter(({ status }) => status === 'waiting').length;
	say(`${waiting} runs wait, saved by n8n`);

	await stage.write(alone, repliedSoon, 'And on Friday?');
	const rest = await stage.n8n().login();
	await rest('/rest/executions/delete', { method: 'POST', body: JSON.stringify({ ids: [deletedRun] }) });
	say('one customer has written again, one waiting run is deleted; n8n is started anew');
	await stage.restart();

	await settled(stage, stage.embedded, silent, bereft, repliedSoon);
	if (onPostgres) await settled(stage, stage.postgres as Database, onPostgres);
	await waitUntil({
		...{ what: 'the run of the customer who wrote again to end', seconds: LIMIT_SECONDS, everyMs: 1_000 },
		details: stage.n8n().lastLines,
		probe: () =>
			stage
				.executions(alone)
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

async function waitingRuns(stage: Stage, workflow: string, count: number): Promise<string[]> {
	return await waitUntil({
		...{ what: `${count} runs of ${workflow} to wait`, seconds: START_LIMIT_SECONDS },
		details: stage.n8n().lastLines,
		probe: () => {
			const ids = stage
				.executions(workflow)
				.filter(({ status }) => status === 'waiting')
				.map(({ id }) => String(id));
			return ids.length === count ? ids : undefined;
		},
	});
}

/** Waits until the first follow-up of each is over. */
async function settled(stage: Stage, database: Database, ...writers: Writer[]): Promise<void> {
	await waitUntil({
		...{
			what: 'the follow-ups to be over',
			seconds: LIMIT_SECONDS,
			everyMs: 1_000,
			details: stage.n8n().lastLines,
		},
		probe: async () => {
			stage.n8n().assertRunning();
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
