import fc from 'fast-check';
import { asNow, type Now } from '../../lib/store/database/now.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import type { PlannedFollowUp } from '../../lib/follow-up/types.ts';
import { openStore } from '../../lib/store/open-store.ts';
import type { Store } from '../../lib/store/store.ts';
import { worlds, type World } from '../referee/worlds.ts';
import { newCustomer } from '../support/customer.ts';

const MINUTE = 60_000;
const LEASE_MS = 10 * MINUTE;

let store: Store;
// In memory through the file system's face, as in the simulation: ten thousand commits to a disk take minutes.
beforeAll(async () => (store = await openStore({ kind: 'sqlite', file: 'file:/planning-twice?vfs=memdb' })));
afterAll(async () => await store?.close());

/** What may become of what was planned, before it is planned again. */
const fates = {
	async nothing() {},
	async isCancelled(key: string, now: Now) {
		await store.cancel(key, {}, now);
	},
	async isClaimed(_key: string, _now: Now, chatbot: string) {
		await store.claimDue({ chatbot, now: asNow(new Date(Date.UTC(2028, 0))), limit: 10, leaseMs: LEASE_MS });
	},
	async isEnded(_key: string, _now: Now, chatbot: string) {
		const now = asNow(new Date(Date.UTC(2028, 0)));
		const due = await store.claimDue({ chatbot, now, limit: 10, leaseMs: LEASE_MS });
		for (const { id, followUpId, conversation, lease } of due) {
			const about = { scheduledId: id, followUpId, conversation, chatbot };
			const decision = { ...about, action: 'skip', code: 'not_triggered', sentence: 'Not wanted' } as const;
			await store.recordDecision(decision, lease.token, now);
		}
	},
};

/** The customer of a made-up world, known to the store by the message after which the silence began. */
async function planIn(world: World, number: number) {
	const customer = newCustomer({ channel: world.story.channel });
	const at = new Date(world.conversation.lastInboundAt as string);
	const message = customer.writes('I would like an appointment', at);
	await store.ingest([message], world.now);
	const chatbot = { ...world.chatbot, id: `chatbot ${number}` };
	const conversation = { ...world.conversation, key: customer.key, lastInboundId: message.id };
	return {
		...{ key: customer.key, chatbot: chatbot.id },
		plan: (now: Now): PlannedFollowUp[] => planFollowUps({ chatbot, conversation, now }).planned,
	};
}

test('planning the same silence again plans nothing new, whenever it is and whatever became of the first', async () => {
	let number = 0;
	let plannedTwice = 0;
	const fate = fc.constantFrom(...(Object.keys(fates) as (keyof typeof fates)[]));
	await fc.assert(
		fc.asyncProperty(worlds, fate, fc.integer({ min: 0, max: 3 * 24 * 60 }), async (world, then, later) => {
			const { key, chatbot, plan } = await planIn(world, ++number);
			const first = plan(world.now);
			const { scheduled, existing } = await store.schedule(first, world.now);
			expect([scheduled.length, existing]).toEqual([first.length, []]);
			await fates[then](key, world.now, chatbot);

			const now = asNow(new Date(world.now.getTime() + later * MINUTE));
			const planned = first.map(({ followUpId }) => followUpId);
			const again = plan(now).filter(({ followUpId }) => planned.includes(followUpId));
			plannedTwice += again.length;
			const second = await store.schedule(again, now);
			expect(second.scheduled).toEqual([]);
			expect(second.existing.map(({ id }) => id).sort()).toEqual(
				scheduled
					.filter(({ followUpId }) => again.some((one) => one.followUpId === followUpId))
					.map(({ id }) => id)
					.sort(),
			);
			expect(await store.list({ chatbot, limit: 10 })).toHaveLength(first.length);
		}),
		{ numRuns: 10_000 },
	);
	// With nothing planned a second time this would show nothing.
	expect(plannedTwice).toBeGreaterThan(2_000);
}, 300_000);
