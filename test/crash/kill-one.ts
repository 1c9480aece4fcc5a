import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../harness/n8n/cluster.ts';
import type { Chance } from '../simulation/chance.ts';
import { plantFaults } from './faults.ts';
import { attemptOf, type Hit } from './kill.ts';
import { liveOnes, type Fixture } from './fixture.ts';

const WHILE_STARTING = 0.25;
const STARTING_MS = { least: 500, most: 7_000 };
const AFTER_SEND_MS = { least: 0, most: 700 };
const MOST_MESSAGES = 6;
/** The Due Trigger may just be starting again, or waiting until the run of a killed worker counts as lost. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 25;

/** Kills one process of the cluster at a moment that chance chooses, and starts it again at once; the others work on. `counted`: attempts of earlier kills. */
export async function killOne(
	fixture: Fixture,
	cluster: Cluster,
	chance: Chance,
	counted: Set<string>,
): Promise<Hit> {
	const { sandbox, customers, replies } = fixture;
	const toSend = (await liveOnes(fixture)).length;
	await sandbox.call('DELETE', '/faults');
	await plantFaults(sandbox, chance, Math.max(toSend, 1));
	const moment = await momentOf(fixture, chance);
	const victim = chance.oneOf(cluster.members);
	await replies.write();
	await victim.kill9();
	const taken = (await sandbox.sent()).byCustomer;
	const live = await liveOnes(fixture);
	victim.start();
	// A request that is never answered is under way at many kills; it counts at the first.
	const fresh = live.filter((one) => !counted.has(attemptOf(one)));
	for (const one of fresh) if (one.state === 'sending') counted.add(attemptOf(one));
	const sending = fresh.filter(({ state }) => state === 'sending');
	const sendingTaken = sending.filter(({ id }) => taken.has(customers.get(id) ?? '')).length;
	return {
		...{ who: victim.name, moment, claimed: fresh.filter(({ state }) => state === 'claimed').length },
		...{ sendingTaken, sendingNotTaken: sending.length - sendingTaken, left: live.length },
	};
}

/** Waits for the moment of the kill, and says which it was. */
async function momentOf({ sandbox, n8n }: Fixture, chance: Chance): Promise<string> {
	if (chance.happens(WHILE_STARTING)) {
		const ms = chance.between(STARTING_MS.least, STARTING_MS.most);
		await sleep(ms);
		return `${(ms / 1000).toFixed(1)} s after the last`;
	}
	const before = (await sandbox.sent()).total;
	const messages = chance.between(1, MOST_MESSAGES);
	const ms = chance.between(AFTER_SEND_MS.least, AFTER_SEND_MS.most);
	const end = performance.now() + PATIENCE_MS;
	let seen = 0;
	while (seen < messages && performance.now() < end) {
		n8n.assertRunning();
		seen = (await sandbox.sent()).total - before;
		await sleep(LOOK_EVERY_MS);
	}
	await sleep(ms);
	return `${ms} ms after message ${seen}`;
}
