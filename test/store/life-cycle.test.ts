import fc from 'fast-check';
import type { FollowUpState, Store } from '../../lib/index.ts';
import { World, step, type Step } from '../support/life-world.ts';
import { register, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { START } from '../support/time.ts';

/** How far a follow-up has come; written down here once more, so that a slip in the life cycle itself shows. */
const RANK: Record<FollowUpState, number> = {
	...{ scheduled: 0, claimed: 0, sending: 1, unknown: 2, accepted: 3, sent: 4, delivered: 5, read: 6 },
	...{ failed: 9, replied: 9, ended: 9 },
};
const FINAL: FollowUpState[] = ['failed', 'replied', 'ended'];
const LIVE: FollowUpState[] = ['scheduled', 'claimed', 'sending'];

/** Hundreds of transactions, on a machine that may be busy with other tests. */
const LIMIT_MS = 60_000;

describe.each(databases)('the life of a follow-up on $name', (kind) => {
	const open = useStore(kind);

	test(
		'whatever happens, no state goes backwards, one is live at most, and none is sent twice',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
					const story = await silence(open.store);
					await register(open.store, story.chatbot);
					const world = new World(open.store, story);
					await world.plan();
					let before = new Map<string, FollowUpState>();
					for (const one of steps) {
						await world.run(one as Step);
						const all = await world.all();
						for (const followUpId of ['reminder', 'second']) {
							const live = all.filter((row) => row.followUpId === followUpId && LIVE.includes(row.state));
							expect(live.length).toBeLessThanOrEqual(1);
						}
						for (const { id, state } of all) {
							const was = before.get(id) ?? 'scheduled';
							if (FINAL.includes(was)) expect(state).toBe(was);
							const goesBack = RANK[state] < RANK[was];
							// Only what Meta certainly did not accept may go back, and only to be scheduled again.
							const refused = was === 'sending' && state === 'scheduled' && world.refusedForNow.has(id);
							expect(goesBack && !refused ? `${was} → ${state}` : 'forward').toBe('forward');
							const sends = world.begun.get(id) ?? 0;
							expect(sends).toBeLessThanOrEqual(1 + (world.refusedForNow.get(id) ?? 0));
						}
						before = new Map(all.map(({ id, state }) => [id, state]));
					}
					for (const { id, state } of await world.all()) await isWrittenDown(open.store, id, state);
				}),
				{ numRuns: 25 },
			);
		},
		LIMIT_MS,
	);

	test('every state can be reached and every step names its reason', async () => {
		const story = await silence(open.store);
		await register(open.store, story.chatbot);
		const world = new World(open.store, story);
		await world.plan();
		const way: Step[] = [
			{ do: 'claim' },
			{ do: 'decide', which: 0 },
			{ do: 'begin', which: 0 },
			{ do: 'finish', which: 0, outcome: 'accepted' },
			{ do: 'status', which: 0, state: 'sent', byCallback: false },
			{ do: 'status', which: 0, state: 'delivered', byCallback: false },
			{ do: 'status', which: 0, state: 'read', byCallback: true },
			{ do: 'reply', late: false },
		];
		for (const one of way) await world.run(one);
		const [{ id } = { id: '' }] = (await world.all()).filter(({ state }) => state === 'replied');
		expect((await open.store.audit(id)).map(({ to, code }) => [to, code])).toEqual([
			...[
				['scheduled', 'planned'],
				['claimed', 'claimed'],
				['claimed', 'decided_send'],
				['sending', 'sending'],
			],
			...[
				['accepted', 'accepted'],
				['sent', 'status_update'],
				['delivered', 'status_update'],
			],
			...[
				['read', 'status_update'],
				['replied', 'customer_replied'],
			],
		]);
	});
});

/** The audit log is a chain without a gap from the plan to the present state. */
async function isWrittenDown(store: Store, id: string, state: FollowUpState): Promise<void> {
	const entries = await store.audit(id);
	expect(entries[0]).toMatchObject({ to: 'scheduled', code: 'planned' });
	expect(entries[0]?.from).toBeUndefined();
	for (const [index, { from }] of entries.slice(1).entries()) expect(from).toBe(entries[index]?.to);
	expect(entries.at(-1)?.to).toBe(state);
	expect(entries.every(({ at }) => at >= START.toISOString())).toBe(true);
}
