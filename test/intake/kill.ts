import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { openStore, type Store } from '../../lib/index.ts';
import { startIntakeProcess } from '../support/intake-process.ts';
import { registerOne } from './chatbot.ts';
import type { TestDatabase } from '../support/stores.ts';
import { deliverAgain, Load, type Delivered } from './load.ts';

/** What killing the intake again and again under load came to. */
export interface Killed {
	kills: number;
	sent: number;
	answered: number;
	/** Answered 200 and not in the store right after the kill. */
	lost: number;
	/** In the store more than once, or not once, after all were delivered again. */
	notOnce: number;
	/** Recorded and not planned exactly once. */
	notPlannedOnce: number;
}

/** A kill comes after so many answers and a little later, so that on a busy machine too it hits work. */
const ANSWERS = { least: 10, most: 150 };
const LATER_MS = 60;
const CONNECTIONS = 16;

/** Kills the intake while messages come in, looks at the store at once, and delivers again what was not answered. */
export async function killUnderLoad(
	{ options }: TestDatabase,
	kills: number,
	log: (line: string) => void = () => {},
): Promise<Killed> {
	const store = await openStore(options);
	const chatbot = await registerOne(store);
	const all: Delivered[] = [];
	const sum = { kills, sent: 0, answered: 0, lost: 0, notOnce: 0, notPlannedOnce: 0 };
	for (let kill = 1; kill <= kills; kill++) {
		const { url, child } = await startIntakeProcess(options);
		const load = new Load(CONNECTIONS);
		load.start(url);
		const answers = ANSWERS.least + ((kill * 7919) % (ANSWERS.most - ANSWERS.least));
		await waitUntil({
			...{ what: `${answers} answers`, seconds: 60, everyMs: 2, details: () => child.log.last('It said') },
			probe: () => load.answered.length >= answers || undefined,
		});
		await sleep((kill * 104_729) % LATER_MS);
		child.kill();
		await child.ended;
		await load.stop();
		const counts = await Promise.all(load.answered.map(async (one) => await timesStored(store, one)));
		const lost = counts.filter((times) => times !== 1).length;
		sum.lost += lost;
		all.push(...load.sent);
		log(
			`kill ${kill}: ${load.sent.length} sent, ${load.answered.length} answered 200, ${lost} of them not stored once`,
		);
	}
	const { url, child } = await startIntakeProcess(options);
	for (const one of all) if (one.status !== 200) await deliverAgain(url, one);
	await child.stop();
	for (const one of all) {
		if ((await timesStored(store, one)) !== 1) sum.notOnce++;
		const planned = await store.list({ conversation: keyOf(one), chatbot });
		if (planned.length !== 1) sum.notPlannedOnce++;
	}
	await store.close();
	return { ...sum, sent: all.length, answered: all.filter(({ status }) => status === 200).length };
}

const keyOf = ({ from }: Delivered): string => `whatsapp:210000000000001:${from}`;

async function timesStored(store: Store, one: Delivered): Promise<number> {
	return (await store.transcript(keyOf(one), 50)).filter(({ id }) => id === one.id).length;
}
