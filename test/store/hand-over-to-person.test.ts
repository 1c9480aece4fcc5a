import { stopReason, type StopKind } from '../../lib/follow-up/stop-kind.ts';
import { planFollowUps } from '../../lib/index.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { DUE, followUpAt, planFor } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, after } from '../support/time.ts';

/** Where a person has to go on, nobody follows up for a while. */
describe.each(databases)('a stop that a person goes on with, on $name', (database) => {
	const open = useStore(database);

	async function stoppedAs(stopKind: StopKind) {
		const one = await followUpAt(open.store, 'claimed');
		const ofOthers = planFor({ ...one, chatbot: `${one.chatbot} other` });
		const { scheduled } = await open.store.schedule([ofOthers], after(HOUR));
		const decision = {
			...{ action: 'stop' as const, stopKind, followUpId: 'reminder', scheduledId: one.id },
			...stopReason(stopKind, 'The shoes are torn'),
		};
		expect(await open.store.recordDecision(decision, one.leaseToken, DUE)).toBe(true);
		const other = await open.store.get(scheduled[0]?.id ?? '');
		return { ...one, other, conversation: await open.store.conversation(one.customer.key) };
	}

	test.each(['problem', 'wants_person'] as const)(
		'%s pauses the conversation for a week, for all chatbots, and the log says why',
		async (kind) => {
			const { conversation, other, id } = await stoppedAs(kind);
			expect(conversation).toMatchObject({
				...{ pausedAt: DUE.toISOString(), pausedUntil: after(7 * DAY, DUE).toISOString() },
				pauseReason: 'The shoes are torn',
			});
			expect(other).toMatchObject({ state: 'ended', reason: { code: 'paused' } });
			const log = await open.store.audit(id);
			expect(log.at(-1)).toMatchObject({ to: 'ended', detail: { stopKind: kind } });
		},
	);

	test.each(['goal_reached', 'not_interested', 'left_alone', 'other'] as const)(
		'%s pauses nothing, and the other chatbots go on',
		async (kind) => {
			const { conversation, other } = await stoppedAs(kind);
			expect(conversation?.pausedAt).toBeUndefined();
			expect(other?.state).toBe('scheduled');
		},
	);

	test('a longer pause that a person set meanwhile stays', async () => {
		const one = await followUpAt(open.store, 'claimed');
		await open.store.pauseConversation({ key: one.customer.key }, { until: after(30 * DAY) }, DUE);
		const decision = {
			...{
				action: 'stop' as const,
				stopKind: 'problem' as const,
				followUpId: 'reminder',
				scheduledId: one.id,
			},
			...stopReason('problem'),
		};
		await open.store.recordDecision(decision, one.leaseToken, DUE);
		expect(await open.store.conversation(one.customer.key)).toMatchObject({
			pausedUntil: after(30 * DAY).toISOString(),
		});
	});

	test('what the customer writes in that week is followed up after it at the earliest', async () => {
		const { customer } = await stoppedAs('problem');
		await open.store.ingest([customer.writes('And now?', after(2 * DAY))], after(2 * DAY));
		const conversation = await open.store.conversation(customer.key);
		const chatbot = parseChatbot({
			...{ id: 'c', stopCondition: 'When solved', settings: { onlyIfBusinessAnswered: false } },
			followUps: [{ name: 'A', description: 'Silent', templateName: 'reminder', templateLanguage: 'es' }],
		});
		const { planned } = planFollowUps({
			...{ chatbot, now: after(2 * DAY) },
			conversation: conversation as NonNullable<typeof conversation>,
		});
		expect(planned).toMatchObject([
			{ dueAt: after(7 * DAY, DUE).toISOString(), reasons: [{ code: 'paused_until' }] },
		]);
	});
});
