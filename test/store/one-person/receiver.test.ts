import type { Contact, MessagingEvent } from '../../../lib/index.ts';
import { conversationKey } from '../../../lib/messaging/conversation-key.ts';
import { atOnce } from '../../support/connections.ts';
import { ACCOUNT, newCustomer, newId } from '../../support/customer.ts';
import { DUE, followUpAt, silence } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

const keyOf = (contact: string) => conversationKey({ channel: 'whatsapp', account: ACCOUNT, contact });

let people = 0;

/** The number as the business has it, the one Meta names, and the user ID; no rule leads from one to the other. */
function person() {
	const n = String(++people).padStart(6, '0');
	return { dialled: `4477${n}`, named: `4499${n}`, userId: `GB.${n}`, ours: newId('wamid') };
}
type Person = ReturnType<typeof person>;

const byNumber = (phone: string) => newCustomer({ contact: { id: phone, phone } });
const byUserId = (id: string) => newCustomer({ contact: { id } });

describe.each(databases)('whom a message went to, on $name', (kind) => {
	const open = useStore(kind);
	const known = async (contact: string) => await open.store.conversation(keyOf(contact));

	/** Somebody known by the dialled number was written to; then Meta says who got it. */
	const WAYS = {
		'in the answer to a message': async ({ dialled, ours: messageId }: Person, receiver: Contact) => {
			const said = { conversation: keyOf(dialled), messageId, at: after(HOUR).toISOString(), type: 'text' };
			await open.store.recordOutbound({ ...said, text: 'Hello', by: 'application', receiver }, after(HOUR));
		},
		'in a status': async ({ dialled, ours: messageId }: Person, receiver: Contact) => {
			const said = { conversation: keyOf(dialled), messageId, at: after(HOUR).toISOString(), type: 'text' };
			await open.store.recordOutbound({ ...said, text: 'Hello', by: 'application' }, after(HOUR));
			const told = newCustomer({ contact: receiver }).status(messageId, 'delivered', after(HOUR));
			await open.store.ingest([told], after(HOUR));
		},
		'in a status among others': async ({ dialled, ours: messageId }: Person, receiver: Contact) => {
			const said = { conversation: keyOf(dialled), messageId, at: after(HOUR).toISOString(), type: 'text' };
			await open.store.recordOutbound({ ...said, text: 'Hello', by: 'application' }, after(HOUR));
			const told = newCustomer({ contact: receiver });
			const states = ['sent', 'delivered', 'read'] as const;
			await open.store.ingest(
				states.map((state) => told.status(messageId, state, after(HOUR))),
				after(HOUR),
			);
		},
	};

	describe.each(Object.entries(WAYS))('told %s', (_way, tell) => {
		test.each([
			['another writing of the number', ({ named }: Person) => ({ id: named, phone: named })],
			['a user ID', ({ userId }: Person) => ({ id: userId })],
			['both', ({ named, userId }: Person) => ({ id: userId, phone: named })],
		])('%s is known from then on: an answer under it ends what is planned', async (_what, receiverOf) => {
			const one = person();
			const { now } = await followUpAt(open.store, 'scheduled', { customer: byNumber(one.dialled) });
			const receiver = receiverOf(one);
			await tell(one, receiver);
			const answer = newCustomer({ contact: { id: receiver.id } }).writes('Thursday at ten', after(2 * HOUR));
			expect(await open.store.ingest([answer], after(2 * HOUR))).toMatchObject({ cancelled: 1 });
			expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_reply' } });
			expect(await known(one.dialled)).toEqual(await known(receiver.id));
			expect(await known(one.dialled)).toMatchObject({ lastInboundId: answer.id, contact: receiver });
		});

		test('a conversation that these IDs had is the same person’s: nothing of either is lost', async () => {
			const one = person();
			const { chatbot, now } = await followUpAt(open.store, 'scheduled', {
				customer: byNumber(one.dialled),
			});
			const other = byUserId(one.userId);
			const sent = await followUpAt(open.store, 'sending', { customer: other });
			await open.store.finishSend(sent.id, { outcome: 'accepted', messageId: newId('wamid') }, DUE);
			await open.store.pauseConversation({ key: other.key }, { until: after(99 * HOUR) }, START);
			await open.store.markConverted({ key: other.key }, { reference: 'order-1' }, after(-HOUR));
			await tell(one, { id: one.userId, phone: one.named });
			const all = await known(one.dialled);
			for (const id of [one.named, one.userId]) expect(await known(id)).toEqual(all);
			expect(all).toMatchObject({
				...{ contact: { id: one.userId, phone: one.named }, pausedUntil: after(99 * HOUR).toISOString() },
				...{ convertedAt: after(-HOUR).toISOString(), followUpsSentAt: [DUE.toISOString()] },
			});
			// Two questions, two answers, the follow-up and what was said last.
			expect(await open.store.transcript(keyOf(one.named), 20)).toHaveLength(6);
			expect(await open.store.list({ chatbot, conversation: keyOf(one.userId) })).toHaveLength(1);
			expect((await now()).conversation).toBe(keyOf(one.userId));
		});

		test('an opt-out under one ID holds for the other, and ends what was planned there', async () => {
			const one = person();
			const { now } = await followUpAt(open.store, 'scheduled', { customer: byNumber(one.dialled) });
			const stop = byUserId(one.userId).writes('stop', after(-HOUR));
			await open.store.ingest([stop], START);
			await tell(one, { id: one.userId, phone: one.dialled });
			expect(await known(one.dialled)).toMatchObject({ optedOutAt: stop.at, optedOutBy: 'customer' });
			expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'opted_out' } });
		});

		test('what the customer wrote under the other ID since is an answer to what was planned', async () => {
			const one = person();
			const { now } = await followUpAt(open.store, 'scheduled', { customer: byNumber(one.dialled) });
			const later = await silence(open.store, byUserId(one.userId), after(30 * MINUTE));
			await tell(one, { id: one.userId });
			expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_reply' } });
			expect((await known(one.dialled))?.lastInboundId).toBe(later.anchor.id);
		});

		test('somebody with another user ID is another person', async () => {
			const one = person();
			const mine = byUserId(`${one.userId}A`);
			await open.store.ingest(
				[{ ...mine.writes(), contact: { ...mine.contact, phone: one.dialled } }],
				START,
			);
			await silence(open.store, byUserId(one.userId));
			await tell(one, { id: one.userId });
			expect(await known(one.dialled)).toMatchObject({ contact: { id: `${one.userId}A` } });
			expect(await known(one.userId)).toMatchObject({ contact: { id: one.userId } });
		});
	});

	test('told in the answer to a follow-up, it is known with the answer', async () => {
		const one = person();
		const sending = await followUpAt(open.store, 'sending', { customer: byNumber(one.dialled) });
		const receiver = { id: one.userId, phone: one.named };
		const accepted = { outcome: 'accepted', messageId: one.ours, receiver } as const;
		expect(await open.store.finishSend(sending.id, accepted, DUE)).toMatchObject({
			...{ state: 'accepted', messageId: one.ours, contact: one.userId, conversation: keyOf(one.userId) },
		});
		const reply = byUserId(one.userId).writes('Yes', after(MINUTE, DUE));
		await open.store.ingest([reply], after(MINUTE, DUE));
		expect((await sending.now()).state).toBe('replied');
	});

	test('a follow-up that was answered under the other ID counts as answered once both are one', async () => {
		const one = person();
		const sending = await followUpAt(open.store, 'sending', { customer: byNumber(one.dialled) });
		await open.store.finishSend(sending.id, { outcome: 'accepted', messageId: one.ours }, DUE);
		const reply = byUserId(one.userId).writes('Yes', after(MINUTE, DUE));
		await open.store.ingest([reply], after(MINUTE, DUE));
		const told = newCustomer({ contact: { id: one.userId, phone: one.named } });
		await open.store.ingest([told.status(one.ours, 'read', after(MINUTE, DUE))], after(2 * MINUTE, DUE));
		expect(await sending.now()).toMatchObject({ state: 'replied', repliedAt: reply.at });
	});

	describe('a status that names nobody', () => {
		const nobody = { id: 'unknown' };
		const failed = (messageId: string, code: number): MessagingEvent => ({
			...newCustomer({ contact: nobody }).status(messageId, 'failed', after(MINUTE, DUE)),
			status: { messageId, state: 'failed', errors: [{ code, message: 'refused' }] },
		});

		test('is laid to the conversation of its message, and makes no other', async () => {
			const one = await followUpAt(open.store, 'sending');
			const messageId = newId('wamid');
			await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, DUE);
			const listener = { id: newId('listener'), wants: () => true };
			const told = [failed(messageId, 131050)];
			const { events } = await open.store.ingest(told, after(MINUTE, DUE), { listener });
			expect(events.map(({ conversation }) => conversation?.key)).toEqual([one.customer.key]);
			expect(await open.store.conversation(one.customer.key)).toMatchObject({
				marketingOptedOutAt: after(MINUTE, DUE).toISOString(),
			});
			expect(await one.now()).toMatchObject({ state: 'failed' });
			expect(await known('unknown')).toBeUndefined();
			const second = { id: newId('listener'), wants: () => true };
			const again = await open.store.ingest(told, after(MINUTE, DUE), { listener: second });
			expect(again.events.map(({ conversation }) => conversation?.key)).toEqual([one.customer.key]);
		});

		test('of a message nobody knows belongs to nobody', async () => {
			const { events } = await open.store.ingest([failed(newId('wamid'), 131050)], DUE);
			expect(events[0]?.conversation).toBeUndefined();
			expect(await known('unknown')).toBeUndefined();
		});

		test('comes with others in one delivery', async () => {
			const [one, other] = [await followUpAt(open.store, 'sending'), await followUpAt(open.store, 'sending')];
			const ids = [newId('wamid'), newId('wamid')];
			for (const [place, { id }] of [one, other].entries())
				await open.store.finishSend(id, { outcome: 'accepted', messageId: ids[place] as string }, DUE);
			await open.store.ingest(
				ids.toReversed().map((id) => failed(id, 131026)),
				after(MINUTE, DUE),
			);
			for (const { now } of [one, other]) expect((await now()).state).toBe('failed');
		});
	});

	test('deliveries over several connections that find the same two people to be one leave one conversation', async () => {
		const pairs = Array.from({ length: 6 }, person);
		const told: MessagingEvent[][] = [];
		for (const one of pairs) {
			await open.store.ingest([byNumber(one.dialled).writes(), byUserId(one.userId).writes()], START);
			const said = { conversation: keyOf(one.dialled), messageId: one.ours, at: START.toISOString() };
			await open.store.recordOutbound({ ...said, type: 'text', text: 'Hi', by: 'application' }, START);
			const receiver = newCustomer({ contact: { id: one.userId, phone: one.named } });
			told.push([receiver.status(one.ours, 'delivered', after(MINUTE))]);
			told.push([receiver.status(one.ours, 'read', after(MINUTE))]);
			told.push([byNumber(one.dialled).writes('Me', after(MINUTE))]);
			told.push([byUserId(one.userId).writes('Me again', after(2 * MINUTE))]);
		}
		const calls = [0, 1, 2].map((connection) =>
			told
				.filter((_event, place) => place % 3 === connection)
				.map((events) => [events, after(HOUR)] as never),
		);
		await atOnce(open.database.options, 'ingest', calls);
		for (const { dialled, named, userId } of pairs) {
			const one = await known(dialled);
			expect(one).toMatchObject({ contact: { id: userId } });
			for (const id of [named, userId]) expect(await known(id)).toEqual(one);
			expect(await open.store.transcript(keyOf(named), 20)).toHaveLength(5);
		}
	});
});
