import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture } from './fixture.ts';

const PEOPLE = 12;
const LOOK_MS = 5_000;
const part = (ok: boolean, found: string) => ({ ok, found });

/**
 * Twelve follow-ups come due while another workflow holds both places of n8n for some minutes, several leases long. Before
 * that was looked after, each lease that ran out counted as an attempt and started one more execution; the fifth ended all.
 */
export async function busy(fixture: Fixture, minutes: number, log: (step: string) => void): Promise<Check> {
	const { database, n8n } = fixture;
	const people = [];
	for (let n = 1; n <= PEOPLE; n++) people.push(await fixture.newPerson('busy', `Busy ${n}`));
	const followUps = async () => await database.use(async (store) => await store.list({ chatbot: 'busy' }));
	const waiting = async () => (await followUps()).filter(({ state }) => state === 'scheduled');
	await waitUntil({
		...{ what: 'the follow-ups to be planned', seconds: 30, details: n8n.lastLines },
		probe: async () => ((await waiting()).length === PEOPLE ? true : undefined),
	});
	for (let place = 0; place < 2; place++) await fixture.call('holder', {});
	await waitUntil({
		...{ what: 'both places to be held', seconds: 30, details: n8n.lastLines },
		probe: () => (fixture.held() === 2 ? true : undefined),
	});
	log(`both places are held for ${minutes} minutes`);
	const until = Date.now() + minutes * 60_000;
	const seen = { queued: 0, attempts: 0, ended: 0 };
	while (Date.now() < until) {
		await sleep(LOOK_MS);
		const now = await followUps();
		seen.queued = Math.max(seen.queued, queued(fixture));
		seen.attempts = Math.max(seen.attempts, ...now.map(({ attempts }) => attempts));
		seen.ended = now.filter(({ state }) => state === 'ended').length;
	}
	fixture.letGo();
	const after = await waitUntil({
		...{ what: 'all to be sent', seconds: 180, everyMs: 1_000, details: n8n.lastLines },
		probe: async () => {
			const now = await followUps();
			return now.every(({ state }) => !['scheduled', 'claimed', 'sending'].includes(state)) ? now : undefined;
		},
	});
	const got = await fixture.received(people);
	const tries = after.map(({ attempts }) => attempts);
	return check(`a busy n8n loses nothing and sends nothing twice (${minutes} minutes without a place)`, [
		part(seen.attempts === 0 && seen.ended === 0, `meanwhile ${seen.attempts} attempts, ${seen.ended} ended`),
		part(seen.queued <= 1, `${seen.queued} execution waited for its place`),
		part(
			got.every((count) => count === 1),
			`afterwards each got ${[...new Set(got)].join(' or ')} message`,
		),
		part(
			tries.every((count) => count === 1),
			`in ${Math.max(...tries)} attempt`,
		),
	]);
}

/** Executions that n8n has accepted and not begun. */
function queued({ n8n }: Fixture): number {
	return n8n.executions().filter(({ workflowId, status }) => workflowId === 'busy' && status === 'new')
		.length;
}
