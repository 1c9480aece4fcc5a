import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningN8n } from '../../harness/n8n/start.ts';
import type { Chance } from '../simulation/chance.ts';
import { plantFaults } from './faults.ts';
import { liveOnes, type Fixture } from './fixture.ts';
import { CHATBOT } from './workflow.ts';

/** What a kill found. */
export interface Hit {
	/** Which process was killed, where there are several. */
	who?: string;
	moment: string;
	/** In the store: taken up and not decided or sent yet. */
	claimed: number;
	/** Between the guarded transition and its record, by whether Meta had taken the message at that instant. */
	sendingNotTaken: number;
	sendingTaken: number;
	left: number;
}

const WHILE_STARTING = 0.12;
const STARTING_MS = { least: 500, most: 7_000 };
const AFTER_SEND_MS = { least: 0, most: 700 };
/** Requests that Meta never answers can hold everything up; then the kill comes without its message. */
const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 15;
/** About so many are under way at a kill and become unknown; with them every kill still finds something to do. */
const UNDER_WAY = 3;

/** One life of n8n: started in the same folder, with answers held, and killed at a moment that chance chooses. */
export async function liveAndDie(
	fixture: Fixture,
	start: () => Promise<RunningN8n>,
	chance: Chance,
	killsLeft: number,
): Promise<Hit> {
	const { sandbox, database, customers, replies } = fixture;
	const before = await sandbox.sent();
	const found = await liveOnes(fixture);
	const inherited = new Set(found.map(attemptOf));
	const toSend = found.filter(({ state }) => state !== 'sending').length;
	const share = toSend / killsLeft - UNDER_WAY;
	await sandbox.call('DELETE', '/faults');
	await plantFaults(sandbox, chance, Math.max(toSend, 1));
	await database.endLeases();
	const n8n = await start();
	const moment = await momentOf(n8n, fixture, chance, before.total, 2 * share);
	await replies.write();
	await n8n.kill9();
	const taken = (await sandbox.sent()).byCustomer;
	const live = await liveOnes(fixture);
	// What the life before left and this one has not come to is not counted twice.
	const fresh = live.filter((one) => !inherited.has(attemptOf(one)));
	const sending = fresh.filter(({ state }) => state === 'sending');
	const sendingTaken = sending.filter(({ id }) => taken.has(customers.get(id) ?? '')).length;
	return {
		moment,
		claimed: fresh.filter(({ state }) => state === 'claimed').length,
		...{ sendingTaken, sendingNotTaken: sending.length - sendingTaken, left: live.length },
	};
}

/** One taking-up of a follow-up: a later one of the same follow-up is another attempt. */
export const attemptOf = ({ id, lease }: { id: string; lease?: { token: string } }) =>
	`${id} ${lease?.token}`;

/** Waits for the moment of the kill, and says which it was. */
async function momentOf(
	n8n: RunningN8n,
	{ sandbox }: Fixture,
	chance: Chance,
	sentBefore: number,
	mostMessages: number,
): Promise<string> {
	if (chance.happens(WHILE_STARTING)) {
		const ms = chance.between(STARTING_MS.least, STARTING_MS.most);
		await sleep(ms);
		return `${(ms / 1000).toFixed(1)} s into the start`;
	}
	await n8n.waitForActivation([CHATBOT]);
	const messages = chance.between(1, Math.max(2, Math.floor(mostMessages) + 1));
	const ms = chance.between(AFTER_SEND_MS.least, AFTER_SEND_MS.most);
	const end = performance.now() + PATIENCE_MS;
	let seen = 0;
	while (seen < messages && performance.now() < end) {
		seen = (await sandbox.sent()).total - sentBefore;
		await sleep(LOOK_EVERY_MS);
	}
	await sleep(ms);
	return `${ms} ms after message ${seen} of this life`;
}
