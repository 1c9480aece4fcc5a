import { databases } from '../../support/stores.ts';
import { claimOf, handOut, toSend } from '../../support/scheduled.ts';
import { errorOf, jsonOf, outputOf, scheduled, useManager, type Scheduled } from './manager.ts';

const MARK = { resource: 'scheduledFollowUp', operation: 'markAsSent' };
const TEXT = { kind: 'text' as const, text: 'Shall we?' };

describe.each(databases)('Mark as Sent on $name', (kind) => {
	const manager = useManager(kind);

	/** The item of a follow-up that was decided to be sent, as Follow-Up Evaluate gives it out. */
	async function decided(one: Scheduled) {
		const { store } = manager;
		await store.makeDue(one.id, await store.now());
		const now = await store.now();
		const [claim] = (await handOut(store, one.chatbot, now)).map(claimOf);
		const leaseToken = claim?.leaseToken ?? '';
		await store.takeUp([{ id: one.id, leaseToken }], now);
		await store.recordDecision(toSend(one.id, TEXT), leaseToken, now);
		const followUp = { id: 'reminder', name: 'Reminder', scheduledId: one.id, leaseToken };
		return { json: { conversation: { key: one.customer.key }, followUp, content: TEXT } };
	}

	test('before sending: what may go comes out once, and what may not does not', async () => {
		const [good, optedOut] = [await scheduled(manager.store), await scheduled(manager.store)];
		const items = [await decided(good), await decided(optedOut)];
		await manager.store.optOut({ key: optedOut.customer.key }, 'all', await manager.store.now());
		const ran = await manager.run(MARK, items);
		expect(errorOf(ran)).toBeUndefined();
		expect(outputOf(ran)).toMatchObject([
			{
				json: { followUp: { scheduledId: good.id, state: 'sending' }, content: TEXT },
				pairedItem: { item: 0 },
			},
		]);
		expect(outputOf(ran)).toHaveLength(1);
		expect(ran.hints('Manager')).toHaveLength(1);
		expect(outputOf(await manager.run(MARK, items))).toEqual([]);
	});

	test('after sending: it is recorded with the ID in the answer of the sender, or with why it failed', async () => {
		const [sent, failed] = [await scheduled(manager.store), await scheduled(manager.store)];
		await manager.run(MARK, [await decided(sent), await decided(failed)]);
		const after = { ...MARK, moment: 'after', scheduledId: '={{ $json.id }}' };
		const ran = await manager.run(after, [{ json: { id: sent.id, messages: [{ id: 'wamid.x' }] } }]);
		expect(jsonOf(ran)).toMatchObject([{ followUp: { state: 'accepted', messageId: 'wamid.x' } }]);
		await manager.run({ ...after, outcome: 'failed' }, [{ json: { id: failed.id, error: 'Away' } }]);
		expect(await failed.now()).toMatchObject({ state: 'failed', error: { message: 'Away' } });
	});

	test('an item without a decided follow-up says where the node belongs', async () => {
		const ran = await manager.run(MARK, [{ json: {} }]);
		expect(errorOf(ran)).toMatchObject({ message: 'The item holds no decided follow-up' });
	});
});
