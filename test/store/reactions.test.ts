import type { Store } from '../../lib/index.ts';
import { isAnswer } from '../../lib/messaging/answering-reaction.ts';
import { followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, after } from '../support/time.ts';

const ANSWER = 'wamid.what-the-business-said';

/** A follow-up is planned, the business has answered, and then the customer reacts to a message. */
async function reacted(store: Store, emoji: string | undefined, to = ANSWER, at = after(5 * MINUTE)) {
	const one = await followUpAt(store, 'scheduled');
	const { customer } = one;
	const answer = customer.event('echo', after(2 * MINUTE), { echo: { by: 'person' } });
	answer.message = { id: ANSWER, type: 'text', text: 'Is ten fine for you?' };
	await store.ingest([answer], after(2 * MINUTE));
	const event = customer.event('reaction', at, { opensWindow: false });
	event.message = { id: event.id, type: 'reaction', replyTo: to, ...(emoji ? { text: emoji } : {}) };
	const { cancelled } = await store.ingest([event], after(6 * MINUTE));
	return { ...one, cancelled, event, now: await one.now() };
}

describe.each(databases)('a reaction as an answer, on $name', (kind) => {
	const open = useStore(kind);

	test.each(['👍', '👍🏽', '❤️', '❤️‍🔥', '✅', '🙏🏿', 'like', '👎', '👎🏽', '❌', 'dislike'])(
		'%s to a message of the business ends what is pending',
		async (emoji) => {
			const { now, cancelled } = await reacted(open.store, emoji);
			expect([now.state, now.reason.code, cancelled]).toEqual(['ended', 'cancelled_reaction', 1]);
		},
	);

	test.each(['😢', '😡', '❓', undefined])('%s answers nothing', async (emoji) => {
		expect((await reacted(open.store, emoji)).now.state).toBe('scheduled');
	});

	test('one to a message of the customer answers nothing, one to a message nobody knows does', async () => {
		const asked = await followUpAt(open.store, 'scheduled');
		const { lastInboundId } = (await open.store.conversation(asked.customer.key)) ?? {};
		const event = asked.customer.event('reaction', after(5 * MINUTE));
		event.message = { id: event.id, type: 'reaction', text: '👍', replyTo: lastInboundId };
		await open.store.ingest([event], after(6 * MINUTE));
		expect((await asked.now()).state).toBe('scheduled');
		expect((await reacted(open.store, '👍', 'wamid.unknown')).now.state).toBe('ended');
	});

	test('one that says no asks for nothing: the customer is not silenced for good', async () => {
		const { customer } = await reacted(open.store, '👎');
		const conversation = await open.store.conversation(customer.key);
		expect(conversation).toBeDefined();
		expect(conversation).not.toHaveProperty('optedOutAt', expect.anything());
	});

	test('one from before the silence ends nothing, however late it is delivered', async () => {
		expect((await reacted(open.store, '👍', ANSWER, after(-MINUTE))).now.state).toBe('scheduled');
	});

	test('the transcript tells which message it was given to', async () => {
		const { customer, event } = await reacted(open.store, '👍');
		const messages = await open.store.transcript(customer.key, 10);
		expect(messages.at(-1)).toMatchObject({ id: event.id, type: 'reaction', text: '👍', replyTo: ANSWER });
	});
});

test('a reaction is read without its skin tone, and anything longer than an emoji is none', () => {
	expect(['👍🏻', '👍🏿', '❤', '❤️', '☑️'].every(isAnswer)).toBe(true);
	expect(isAnswer('👍'.repeat(40))).toBe(false);
	expect(isAnswer('no')).toBe(false);
});
