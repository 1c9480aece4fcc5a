import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture, Person } from './fixture.ts';

/** More than a lease, and several looks. */
const LONGER_MS = 100_000;
const part = (ok: boolean, found: string) => ({ ok, found });

/** Senders that the store hears nothing of, none at all, and one with Mark as Sent around it. */
export async function wiring(fixture: Fixture): Promise<Check> {
	const chatbots = ['otherSender', 'unconnected', 'ownSender'] as const;
	const people: Person[] = [];
	for (const chatbot of chatbots) people.push(await fixture.newPerson(chatbot, `Wired ${chatbot}`));
	const stateOf = async (chatbot: string) => {
		const [one] = await fixture.database.use(async (store) => await store.list({ chatbot }));
		return one && !['scheduled', 'claimed', 'sending'].includes(one.state) ? one : undefined;
	};
	const over = [];
	for (const chatbot of chatbots)
		over.push(
			await waitUntil({
				...{ what: `the follow-up of ${chatbot} to be over`, seconds: 240, everyMs: 1_000 },
				...{ details: fixture.n8n.lastLines, probe: async () => await stateOf(chatbot) },
			}),
		);
	await sleep(LONGER_MS);
	const got = await fixture.received(people);
	const [other, unconnected, own] = over;
	const texts = `${other?.reason.code}, ${unconnected?.reason.code}, ${own?.state} (${own?.messageId})`;
	return check('a decision that no Send Follow-Up took up ends once; Mark as Sent takes it up', [
		part(
			other?.reason.code === 'not_taken_up' && unconnected?.reason.code === 'not_taken_up',
			`another sender, none, and one marked as sent: ${texts}`,
		),
		part(['accepted', 'sent', 'delivered', 'read'].includes(own?.state ?? ''), `marked: ${own?.state}`),
		part(got.join() === '1,0,1', `after ${LONGER_MS / 1000} s more they had got ${got.join(', ')} messages`),
	]);
}
